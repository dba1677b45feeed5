package io.handover.identity.account;

import io.handover.kit.limit.ResourceLimits;

/** What {@code GET /1.3/account} answers. */
record AccountView(Account account) {

    record Account(String username, double credits, ResourceLimits resourceLimits) {}
}
