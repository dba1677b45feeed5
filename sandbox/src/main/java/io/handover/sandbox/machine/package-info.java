/** Machines: made, started, stopped, removed, and found again after a restart. */
@NullMarked
package io.handover.sandbox.machine;

import org.jspecify.annotations.NullMarked;
