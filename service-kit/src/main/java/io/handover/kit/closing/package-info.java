/** Accounts that are closed, so that nothing brings back what went with them. */
@NullMarked
package io.handover.kit.closing;

import org.jspecify.annotations.NullMarked;
