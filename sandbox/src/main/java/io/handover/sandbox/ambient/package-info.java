/** Time and randomness: the only sources of them. */
@NullMarked
package io.handover.sandbox.ambient;

import org.jspecify.annotations.NullMarked;
