package io.handover.events.audit;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON in the one form that RFC 8785 (JCS) allows, for values without fractions: no blanks, members in the order of
 * their names' UTF-16 units, only what must be escaped is.
 */
public final class CanonicalJson {

    private static final char FIRST_PLAIN = ' ';

    private final StringBuilder json = new StringBuilder();

    private CanonicalJson() {}

    /**
     * Writes maps with texts for keys, collections, texts, booleans, whole numbers below 2<sup>53</sup>, and null.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static String of(@Nullable Object value) {
        return new CanonicalJson().append(value).json.toString();
    }

    private CanonicalJson append(@Nullable Object value) {
        switch (value) {
            case null -> json.append("null");
            case String text -> appendQuoted(text);
            case Boolean bool -> json.append(bool);
            case Integer number -> json.append(number);
            case Long number when Math.abs(number) < 1L << 53 -> json.append(number);
            case Map<?, ?> map -> appendObject(map);
            case Collection<?> items -> appendArray(items);
            default -> throw new IllegalArgumentException("no canonical form of " + value.getClass());
        }
        return this;
    }

    private void appendObject(Map<?, ?> map) {
        char before = '{';
        for (Map.Entry<?, ?> member : new TreeMap<>(map).entrySet()) {
            json.append(before);
            append(member.getKey()).json.append(':');
            append(member.getValue());
            before = ',';
        }
        json.append(map.isEmpty() ? "{}" : "}");
    }

    private void appendArray(Collection<?> items) {
        char before = '[';
        for (Object item : items) {
            json.append(before);
            append(item);
            before = ',';
        }
        json.append(items.isEmpty() ? "[]" : "]");
    }

    private void appendQuoted(String text) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            appendEscaped(text.charAt(at));
        }
        json.append('"');
    }

    private void appendEscaped(char unit) {
        switch (unit) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\t' -> json.append("\\t");
            case '\n' -> json.append("\\n");
            case '\f' -> json.append("\\f");
            case '\r' -> json.append("\\r");
            default -> {
                if (unit < FIRST_PLAIN) {
                    json.append("\\u%04x".formatted((int) unit));
                } else {
                    json.append(unit);
                }
            }
        }
    }
}
