/**
 * Keys that passwords are sealed to: made here, offered in public, opened with here, gone when no delivery needs them.
 */
@NullMarked
package io.handover.notification.deliverykey;

import org.jspecify.annotations.NullMarked;
