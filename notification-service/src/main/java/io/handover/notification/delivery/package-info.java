/** Deliveries: the hand-over of one root password each, and the record that is left of it. */
@NullMarked
package io.handover.notification.delivery;

import org.jspecify.annotations.NullMarked;
