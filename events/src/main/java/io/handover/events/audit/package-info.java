/**
 * How the lines of an exported audit trail hang together, and how that is checked; pure, for whoever writes or
 * verifies.
 */
@NullMarked
package io.handover.events.audit;

import org.jspecify.annotations.NullMarked;
