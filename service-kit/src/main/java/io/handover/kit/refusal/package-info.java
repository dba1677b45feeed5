/** How a service says no: one kind of exception, three shapes on the wire. */
@NullMarked
package io.handover.kit.refusal;

import org.jspecify.annotations.NullMarked;
