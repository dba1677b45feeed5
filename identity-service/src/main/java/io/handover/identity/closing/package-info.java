/** How an account ends, with everything below it. */
@NullMarked
package io.handover.identity.closing;

import org.jspecify.annotations.NullMarked;
