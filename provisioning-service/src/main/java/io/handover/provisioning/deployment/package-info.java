/** Deployments: what makes a requested server run, or leaves nothing of it. */
@NullMarked
package io.handover.provisioning.deployment;

import org.jspecify.annotations.NullMarked;
