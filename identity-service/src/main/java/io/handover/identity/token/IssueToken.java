package io.handover.identity.token;

import io.handover.identity.address.AddressRanges;
import io.handover.kit.refusal.InvalidParam;
import io.handover.kit.refusal.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a token. Its decisions are pure.
 *
 * @param expiresAt RFC 3339; exactly one of this and {@code expiresIn}
 * @param expiresIn such as {@code 1h30m}
 * @param allowedIpRanges empty: usable from nowhere; absent: wherever its owner may come from
 */
record IssueToken(
        @Nullable String name,
        @Nullable String expiresAt,
        @Nullable String expiresIn,
        @Nullable Boolean canCreateTokens,
        @Nullable List<String> allowedIpRanges,
        @Nullable Boolean gui) {

    private static final int NAME_LENGTH_MAX = 1024;
    private static final int RANGES_MAX = 100;

    /** A wish that can be granted. */
    record Checked(
            String name, Instant expiresAt, boolean canCreateTokens, List<String> allowedIpRanges, boolean gui) {}

    /** Refuses with every field that breaks a rule. */
    Checked check(Instant now, List<String> ipFilters) {
        List<InvalidParam> invalid = new ArrayList<>();
        if (name == null || name.isEmpty() || name.length() > NAME_LENGTH_MAX) {
            invalid.add(new InvalidParam("name", "Token name must have 1 to 1024 characters."));
        }
        Optional<Instant> end = Lifetime.read(expiresAt, expiresIn, now, invalid);
        if (allowedIpRanges != null && !areValid(allowedIpRanges)) {
            invalid.add(new InvalidParam(
                    "allowed_ip_ranges", "Must be at most 100 different addresses, CIDR blocks or a-b ranges."));
        }
        if (!invalid.isEmpty()) {
            throw Refusal.invalidFields("BAD_REQUEST", invalid);
        }
        return new Checked(
                name == null ? "" : name,
                end.orElseThrow(),
                Boolean.TRUE.equals(canCreateTokens),
                ranges(ipFilters),
                Boolean.TRUE.equals(gui));
    }

    private List<String> ranges(List<String> ipFilters) {
        if (allowedIpRanges != null) {
            return allowedIpRanges;
        }
        return ipFilters.isEmpty() ? AddressRanges.EVERYWHERE : ipFilters;
    }

    private static boolean areValid(List<String> ranges) {
        return ranges.size() <= RANGES_MAX
                && new HashSet<>(ranges).size() == ranges.size()
                && ranges.stream().allMatch(AddressRanges::isRange);
    }
}
