package io.handover.gateway.version;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Handover-Account-Version}, a dictionary of integers (RFC 9651, section 3.2), such as
 * {@code identity.account.v1=5, permission.permission.v1=12}. To a service: what its answer must not be older than.
 * From a service: what the request changed.
 *
 * @param versions by topic
 */
record AccountVersionHeader(Map<String, Long> versions) {

    /** Members that are not {@code topic=number} are skipped. */
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

    /** The newest of both, topic by topic. */
    AccountVersionHeader and(AccountVersionHeader other) {
        Map<String, Long> newest = new TreeMap<>(versions);
        other.versions.forEach((topic, version) -> newest.merge(topic, version, Math::max));
        return new AccountVersionHeader(newest);
    }

    @Override
    public String toString() {
        return new TreeMap<>(versions)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
