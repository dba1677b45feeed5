package io.handover.identity.token;

import io.handover.kit.refusal.Refusal;
import io.quarkus.panache.common.Sort;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens to list. Pure.
 *
 * @param gui only those for the control panel, only the others, or all
 */
record TokenList(Page page, Sort sort, @Nullable Boolean gui) {

    private static final String OLDEST_FIRST = "created_at";
    private static final Map<String, String> FIELDS = Map.of(
            "name", "name",
            "created_at", "createdAt",
            "expires_at", "expiresAt",
            "last_used_at", "lastUsedAt");

    /** Refuses a page that can't be, a field that is not sorted by, and a filter that is no boolean. */
    static TokenList read(
            @Nullable String limit, @Nullable String offset, @Nullable String sort, @Nullable String gui) {
        return new TokenList(Page.read(limit, offset), order(sort), filter(gui));
    }

    /** Names of fields with commas between; the id makes every order a whole one. */
    private static Sort order(@Nullable String text) {
        String[] wanted = (text == null || text.isEmpty() ? OLDEST_FIRST : text).split(",", -1);
        if (wanted.length > FIELDS.size()) {
            throw unsorted();
        }
        Sort order = Sort.by();
        Stream.of(wanted).forEach(name -> order.and(field(name), direction(name)));
        return order.and("tokenId");
    }

    /** A plus that was not encoded comes as a space. */
    private static String field(String name) {
        String field = FIELDS.get(name.replaceFirst("^[+ -]", ""));
        if (field == null) {
            throw unsorted();
        }
        return field;
    }

    private static Sort.Direction direction(String name) {
        return name.startsWith("-") ? Sort.Direction.Descending : Sort.Direction.Ascending;
    }

    private static Refusal unsorted() {
        return invalid("sort", "must be of name, created_at, expires_at, last_used_at, each after + or -.");
    }

    private static @Nullable Boolean filter(@Nullable String text) {
        return switch (text == null ? "" : text) {
            case "" -> null;
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw invalid("gui", "must be true or false.");
        };
    }

    private static Refusal invalid(String field, String reason) {
        return Refusal.invalidField("BAD_REQUEST", field, reason);
    }
}
