/** How much an account may use: one place for who shows it and who enforces it. */
@NullMarked
package io.handover.kit.limit;

import org.jspecify.annotations.NullMarked;
