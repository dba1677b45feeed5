package io.handover.sandbox.disk;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disk, as it is kept.
 *
 * @param source what it is a copy of; null when it was made empty
 * @param content what it holds: a line of text stands for all the files of a real one
 */
public record Disk(
        int sizeGib,
        @Nullable UUID source,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String content) {

    /** How many characters a disk of any size can hold. */
    public static final int CONTENT_LENGTH_MAX = 1000;

    /** Whether it can hold a text: a short one, with nothing in it that a terminal would obey. */
    public static boolean canHold(String text) {
        return text.length() <= CONTENT_LENGTH_MAX && text.chars().noneMatch(Character::isISOControl);
    }

    Disk ofSize(int otherSizeGib) {
        return new Disk(otherSizeGib, source, content);
    }

    Disk holding(String otherContent) {
        return new Disk(sizeGib, source, otherContent);
    }
}
