/** What notification says: keys on offer, passwords delivered, given up or come back. */
@NullMarked
package io.handover.events.notification;

import org.jspecify.annotations.NullMarked;
