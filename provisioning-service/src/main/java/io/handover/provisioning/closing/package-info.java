/** What becomes of everything that an account has when it is closed. */
@NullMarked
package io.handover.provisioning.closing;

import org.jspecify.annotations.NullMarked;
