package io.handover.chaos.client;

import java.util.List;

/** Where messages go. Some of these have trouble at any time, as the inbox plays it. */
final class Recipients {

    private static final List<String> MAILBOXES = List.of("ada", "slow", "ada", "refused");

    /** Two are reached; one message is taken without an answer, one never delivered, one refused. */
    private static final List<String> NUMBERS = List.of("1234", "9904", "1235", "9903", "9901");

    private Recipients() {}

    static String email(int tenant) {
        return MAILBOXES.get(tenant % MAILBOXES.size()) + tenant + "@example.org";
    }

    static String phone(int tenant) {
        return "+358.40123" + NUMBERS.get(tenant % NUMBERS.size());
    }
}
