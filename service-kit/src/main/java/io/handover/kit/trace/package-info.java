/** One trace from a request to all that it causes, in whichever process. */
@NullMarked
package io.handover.kit.trace;

import org.jspecify.annotations.NullMarked;
