/** What the tests of all features share. */
@NullMarked
package io.handover.notification;

import org.jspecify.annotations.NullMarked;
