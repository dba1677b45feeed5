/** What notification says: keys on offer, passwords delivered, given up or come back, checkpoints of the trails. */
@NullMarked
package io.handover.events.notification;

import org.jspecify.annotations.NullMarked;
