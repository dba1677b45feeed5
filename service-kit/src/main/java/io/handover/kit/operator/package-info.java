/** Who may do what no account may. */
@NullMarked
package io.handover.kit.operator;

import org.jspecify.annotations.NullMarked;
