/** What accounts are told to have become, and what is forgotten when one is closed. */
@NullMarked
package io.handover.notification.account;

import org.jspecify.annotations.NullMarked;
