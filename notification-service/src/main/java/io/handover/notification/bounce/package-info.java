/** Messages that providers had taken and could not hand on: by status callback, webhook or mailbox. */
@NullMarked
package io.handover.notification.bounce;

import org.jspecify.annotations.NullMarked;
