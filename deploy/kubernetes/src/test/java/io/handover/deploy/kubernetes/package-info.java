/** That the manifests fit Kubernetes, each other and the code. */
@NullMarked
package io.handover.deploy.kubernetes;

import org.jspecify.annotations.NullMarked;
