/**
 * One-time keys that passwords are sealed to: made here in batches, offered in public, wrapped at rest, spent on one
 * delivery each, and destroyed with its outcome or at their expiry.
 */
@NullMarked
package io.handover.notification.deliverykey;

import org.jspecify.annotations.NullMarked;
