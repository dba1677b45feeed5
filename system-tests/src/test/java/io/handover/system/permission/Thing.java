package io.handover.system.permission;

import java.util.Locale;

/**
 * A server, a storage or a tag, or the place for one: what comes there after a deletion is another one. A new server's
 * own disk comes in the place of the same number.
 *
 * @param place {@link #ALL} for all of the kind
 */
record Thing(Kind kind, int account, int place) {

    static final int ALL = -1;

    boolean isAll() {
        return place == ALL;
    }

    Thing disk() {
        return new Thing(Kind.STORAGE, account, place);
    }

    /** However it is written: tags compare without case. */
    String tagName() {
        return (place % 2 == 0 ? "tag" : "Tag") + place;
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + "-" + account + "." + (isAll() ? "*" : place);
    }
}
