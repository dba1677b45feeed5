/** A mail server and an SMS provider for tests: real on the wire, and as stubborn as a test wants them to be. */
@NullMarked
package io.handover.notification.provider;

import org.jspecify.annotations.NullMarked;
