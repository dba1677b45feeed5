/**
 * Whether what is left agrees with what was answered. Pure functions; they know nothing of how Handover works inside.
 */
@NullMarked
package io.handover.chaos.check;

import org.jspecify.annotations.NullMarked;
