/** Time, randomness and new ids: the only sources of them. */
@NullMarked
package io.handover.kit.ambient;

import org.jspecify.annotations.NullMarked;
