/** Values that must be forgotten after use. */
@NullMarked
package io.handover.kit.secret;

import org.jspecify.annotations.NullMarked;
