/** The house rules that the bytecode is held against. */
@NullMarked
package io.handover.test.rules;

import org.jspecify.annotations.NullMarked;
