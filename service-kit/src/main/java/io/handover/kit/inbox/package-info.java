/** How a fact enters: applied once, however often it arrives. */
@NullMarked
package io.handover.kit.inbox;

import org.jspecify.annotations.NullMarked;
