package io.handover.identity.account;

import java.util.Map;

/** What {@code GET /1.3/account} answers. */
record AccountView(Account account) {

    record Account(String username, double credits, Map<String, Integer> resourceLimits) {}
}
