/** {@code ./handover costs}: what a deployment takes of processors, rows, events and bytes. */
@NullMarked
package io.handover.quickstart.costs;

import org.jspecify.annotations.NullMarked;
