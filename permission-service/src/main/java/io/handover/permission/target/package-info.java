/** What can be controlled, and what of it exists, as provisioning-service tells it. */
@NullMarked
package io.handover.permission.target;

import org.jspecify.annotations.NullMarked;
