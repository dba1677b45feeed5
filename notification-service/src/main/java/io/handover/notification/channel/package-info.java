/** Ways to reach somebody: each hands over one message, once, and says what became of it. */
@NullMarked
package io.handover.notification.channel;

import org.jspecify.annotations.NullMarked;
