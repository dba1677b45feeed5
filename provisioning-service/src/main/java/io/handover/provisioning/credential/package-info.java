/** Root passwords: made, hashed for the guest, sealed for the delivery, and wiped. */
@NullMarked
package io.handover.provisioning.credential;

import org.jspecify.annotations.NullMarked;
