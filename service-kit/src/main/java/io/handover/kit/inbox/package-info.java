/** How a fact enters: applied once, however often it arrives, and in the order of its key, whatever becomes of one. */
@NullMarked
package io.handover.kit.inbox;

import org.jspecify.annotations.NullMarked;
