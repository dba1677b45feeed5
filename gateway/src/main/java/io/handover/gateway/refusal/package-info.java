/** How the gateway says no: one kind of exception, three shapes on the wire. */
@NullMarked
package io.handover.gateway.refusal;

import org.jspecify.annotations.NullMarked;
