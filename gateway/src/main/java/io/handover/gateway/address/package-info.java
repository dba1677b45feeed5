/** Where a client is, whoever hands its request on. */
@NullMarked
package io.handover.gateway.address;

import org.jspecify.annotations.NullMarked;
