/** What a seed stands for: which operations are tried, and what breaks when. */
@NullMarked
package io.handover.chaos.plan;

import org.jspecify.annotations.NullMarked;
