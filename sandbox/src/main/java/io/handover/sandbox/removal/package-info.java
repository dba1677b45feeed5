/** What was removed stays removed. */
@NullMarked
package io.handover.sandbox.removal;

import org.jspecify.annotations.NullMarked;
