/** Requests that a client may send again without fear: what the first one made, the others are told of. */
@NullMarked
package io.handover.provisioning.idempotency;

import org.jspecify.annotations.NullMarked;
