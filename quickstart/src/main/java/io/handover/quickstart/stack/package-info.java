/** The whole of Handover: its processes, in what order they start and stop, and what becomes of one that dies. */
@NullMarked
package io.handover.quickstart.stack;

import org.jspecify.annotations.NullMarked;
