package io.handover.system;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a JSON value without parts is, in the words of the contract's tables.
 *
 * @param name the words
 * @param fits whether a value is of this kind
 */
record Kind(String name, Predicate<Object> fits) {

    private static final long YEAR_2001 = 1_000_000_000L;
    private static final long YEAR_2286 = 9_999_999_999L;

    private static final Map<String, Predicate<Object>> KINDS = Map.ofEntries(
            Map.entry("text", value -> value instanceof String text && !text.isBlank()),
            Map.entry("text, maybe empty", String.class::isInstance),
            Map.entry("digits", text("\\d+")),
            Map.entry("yes or no", text("yes|no")),
            Map.entry("on or off", text("on|off")),
            Map.entry("IP address", text("\\d+(\\.\\d+){3}|[0-9a-f:]*:[0-9a-f:]+")),
            Map.entry("uuid", text("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")),
            Map.entry("simple backup", text("no|\\d{4},\\w+")),
            Map.entry("time", Kind::isTime),
            Map.entry("true or false", Boolean.class::isInstance),
            Map.entry("number", Number.class::isInstance),
            Map.entry("integer", Kind::isInteger),
            Map.entry("epoch seconds", Kind::isEpochSeconds),
            Map.entry("nothing", value -> value instanceof Map<?, ?> map && map.isEmpty()));

    /** {@code uuid 01} starts with these digits, {@code one of a, b} is one of these texts. */
    static Kind named(String name) {
        if (name.startsWith("uuid ")) {
            String start = name.substring("uuid ".length());
            return new Kind(name, value -> known("uuid").test(value) && ((String) value).startsWith(start));
        }
        if (name.startsWith("one of ")) {
            List<String> choices = List.of(name.substring("one of ".length()).split(", "));
            return new Kind(name, choices::contains);
        }
        return new Kind(name, known(name));
    }

    private static Predicate<Object> known(String name) {
        Predicate<Object> kind = KINDS.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("no kind of value is called " + name);
        }
        return kind;
    }

    private static Predicate<Object> text(String pattern) {
        return value -> value instanceof String text && text.matches(pattern);
    }

    /** RFC 3339. */
    private static boolean isTime(Object value) {
        try {
            return value instanceof String text && OffsetDateTime.parse(text).toEpochSecond() > 0;
        } catch (DateTimeException notATime) {
            return false;
        }
    }

    private static boolean isInteger(Object value) {
        return value instanceof Integer || value instanceof Long;
    }

    private static boolean isEpochSeconds(Object value) {
        return isInteger(value) && ((Number) value).longValue() > YEAR_2001 && ((Number) value).longValue() < YEAR_2286;
    }
}
