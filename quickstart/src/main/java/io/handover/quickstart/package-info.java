/** Everything on one machine: the verbs of {@code ./handover} that run it. */
@NullMarked
package io.handover.quickstart;

import org.jspecify.annotations.NullMarked;
