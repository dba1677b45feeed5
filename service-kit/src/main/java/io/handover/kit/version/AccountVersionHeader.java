package io.handover.kit.version;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Handover-Account-Version}, a dictionary of integers (RFC 9651, section 3.2), such as
 * {@code identity.account.v1=5, permission.permission.v1=12}. In a request: what the answer must not be older than. In
 * an answer: what the request changed. {@code Handover-Account-Withdrawn} names those of them that take away what
 * somebody could do.
 *
 * @param versions by topic
 */
record AccountVersionHeader(Map<String, Long> versions) {

    static final String CHANGED = "Handover-Account-Version";
    static final String WITHDRAWN = "Handover-Account-Withdrawn";

    /** Members that are not {@code topic=number} are skipped: a header from inside the system can only be newer. */
    static AccountVersionHeader parse(@Nullable String header) {
        Map<String, Long> versions = new TreeMap<>();
        for (String member : header == null ? new String[0] : header.split(",", -1)) {
            int equals = member.indexOf('=');
            String number = member.substring(equals + 1).strip();
            if (equals > 0 && number.matches("\\d{1,15}")) {
                versions.put(member.substring(0, equals).strip(), Long.parseLong(number));
            }
        }
        return new AccountVersionHeader(versions);
    }

    @Override
    public String toString() {
        return new TreeMap<>(versions)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
