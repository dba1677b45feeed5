package io.handover.identity.account;

import jakarta.persistence.Embeddable;
import java.util.List;

/**
 * What somebody may do at all, whatever their permissions.
 *
 * @param allowApi whether they may call the API
 * @param ipFilters where from; empty is everywhere
 * @param labels {@code key=value}
 */
@Embeddable
public record Settings(
        boolean allowApi,
        boolean allowGui,
        boolean allowThirdParties,
        List<String> roles,
        List<String> ipFilters,
        List<String> labels) {

    static final Settings OPEN = new Settings(true, true, true, List.of(), List.of(), List.of());

    /** {@code label} is a key, or {@code key=value}. */
    boolean hasLabel(String label) {
        return label.contains("=")
                ? labels.contains(label)
                : labels.stream().anyMatch(mine -> mine.startsWith(label + "="));
    }
}
