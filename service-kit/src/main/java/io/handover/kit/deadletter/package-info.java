/** Events that were put aside, as operators see them: over HTTP, in health and in metrics. */
@NullMarked
package io.handover.kit.deadletter;

import org.jspecify.annotations.NullMarked;
