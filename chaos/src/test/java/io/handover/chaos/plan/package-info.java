/** That a seed stands for one plan. */
@NullMarked
package io.handover.chaos.plan;

import org.jspecify.annotations.NullMarked;
