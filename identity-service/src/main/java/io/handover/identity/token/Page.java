package io.handover.identity.token;

import io.handover.kit.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** A part of a list. */
record Page(int limit, int offset) {

    private static final int LIMIT_DEFAULT = 20;
    private static final int LIMIT_MAX = 100;
    private static final int OFFSET_MAX = 1_000_000;

    /** Refuses what is no number, or out of bounds. */
    static Page read(@Nullable String limit, @Nullable String offset) {
        return new Page(
                number("limit", limit, new Bounds(1, LIMIT_MAX), LIMIT_DEFAULT),
                number("offset", offset, new Bounds(0, OFFSET_MAX), 0));
    }

    private static int number(String field, @Nullable String text, Bounds bounds, int otherwise) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        int number = text.matches("\\d{1,8}") ? Integer.parseInt(text) : -1;
        if (number < bounds.min() || number > bounds.max()) {
            throw Refusal.invalidField(
                    "BAD_REQUEST", field, "must be from " + bounds.min() + " to " + bounds.max() + ".");
        }
        return number;
    }

    private record Bounds(int min, int max) {}
}
