/** What notification says: keys on offer, passwords delivered or given up. */
@NullMarked
package io.handover.events.notification;

import org.jspecify.annotations.NullMarked;
