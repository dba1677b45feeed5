/** What breaks the system, and mends it. */
@NullMarked
package io.handover.chaos.nemesis;

import org.jspecify.annotations.NullMarked;
