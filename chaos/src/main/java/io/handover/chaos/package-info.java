/** {@code ./handover chaos}: breaks everything while it is used, and checks every history (docs/chaos.md). */
@NullMarked
package io.handover.chaos;

import org.jspecify.annotations.NullMarked;
