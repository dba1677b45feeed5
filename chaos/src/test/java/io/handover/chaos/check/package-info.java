/**
 * Histories with a violation planted in them, each of which must be found, and those that look like one and are none.
 */
@NullMarked
package io.handover.chaos.check;

import org.jspecify.annotations.NullMarked;
