/** Events that services have put aside, for who operates a stack. */
@NullMarked
package io.handover.quickstart.deadletter;

import org.jspecify.annotations.NullMarked;
