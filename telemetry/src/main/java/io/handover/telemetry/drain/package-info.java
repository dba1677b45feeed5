/** How a process that is asked to end lets go of its clients. */
@NullMarked
package io.handover.telemetry.drain;

import org.jspecify.annotations.NullMarked;
