/** Where an account's passwords go: its e-mail address and phone number, as identity tells of them. */
@NullMarked
package io.handover.notification.contact;

import org.jspecify.annotations.NullMarked;
