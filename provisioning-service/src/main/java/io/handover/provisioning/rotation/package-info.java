/** Another root password for a server that is there: made, set in its guest, and handed over. */
@NullMarked
package io.handover.provisioning.rotation;

import org.jspecify.annotations.NullMarked;
