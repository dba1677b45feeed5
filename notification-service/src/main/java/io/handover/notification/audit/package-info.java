/** The audit trail of each account: who did what, when, from where, and how it ended. */
@NullMarked
package io.handover.notification.audit;

import org.jspecify.annotations.NullMarked;
