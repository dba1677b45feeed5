/** Key-encryption keys: they wrap what lies in the database, are kept outside of it, and are destroyed there. */
@NullMarked
package io.handover.notification.keyencryption;

import org.jspecify.annotations.NullMarked;
