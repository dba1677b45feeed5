/** Traces begin here, and leave without what they could know of people and secrets. */
@NullMarked
package io.handover.gateway.trace;

import org.jspecify.annotations.NullMarked;
