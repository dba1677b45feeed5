/** Machines as instances of Incus, over its REST API. */
@NullMarked
package io.handover.provisioning.incus;

import org.jspecify.annotations.NullMarked;
