/** What an account wants done by itself about its deliveries. */
@NullMarked
package io.handover.notification.setting;

import org.jspecify.annotations.NullMarked;
