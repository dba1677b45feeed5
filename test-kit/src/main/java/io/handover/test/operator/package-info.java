/** Who operates the service under test. */
@NullMarked
package io.handover.test.operator;

import org.jspecify.annotations.NullMarked;
