/** A short run. */
@NullMarked
package io.handover.chaos;

import org.jspecify.annotations.NullMarked;
