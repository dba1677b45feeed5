/** Who may ask: whoever has the token. */
@NullMarked
package io.handover.sandbox.token;

import org.jspecify.annotations.NullMarked;
