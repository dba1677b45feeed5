/** Spans leave without what they could know of people and secrets. */
@NullMarked
package io.handover.telemetry.trace;

import org.jspecify.annotations.NullMarked;
