/** Who caused an event, and from where. */
@NullMarked
package io.handover.kit.origin;

import org.jspecify.annotations.NullMarked;
