package io.handover.provisioning.listing;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list.
 *
 * @param limit how many at most; null for all: clients that never page must not lose anything
 * @param offset how many to pass over
 */
public record Page(@Nullable Integer limit, int offset) {

    /** The whole list. */
    public static final Page ALL = new Page(null, 0);

    /** Up to where a list must be read; null for all of it. */
    public @Nullable Long end() {
        return limit == null ? null : (long) offset + limit;
    }

    /** The same end, but so many earlier, as far as there are any. */
    public Page beginningEarlier(int by) {
        int begin = Math.max(0, offset - by);
        return new Page(limit == null ? null : limit + offset - begin, begin);
    }
}
