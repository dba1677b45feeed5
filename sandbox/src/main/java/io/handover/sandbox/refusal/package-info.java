/** How the sandbox says no: one kind of exception, one shape on the wire. */
@NullMarked
package io.handover.sandbox.refusal;

import org.jspecify.annotations.NullMarked;
