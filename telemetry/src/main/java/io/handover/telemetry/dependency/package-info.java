/** What a process needs outside of itself, and whether it is there. */
@NullMarked
package io.handover.telemetry.dependency;

import org.jspecify.annotations.NullMarked;
