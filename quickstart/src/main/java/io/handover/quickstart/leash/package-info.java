/** Processes that end when the one that started them is gone. */
@NullMarked
package io.handover.quickstart.leash;

import org.jspecify.annotations.NullMarked;
