package io.handover.quickstart.search;

/**
 * A text that was found, by its name: a hit never shows the text itself.
 *
 * @param source the file or stream
 * @param end the position behind the last byte of the first occurrence
 * @param count how often it is there in this encoding
 */
public record Hit(String text, String encoding, String source, long end, int count) {

    /** For people. */
    @Override
    public String toString() {
        return "%s is in %s, %d times, in %s, the first time before byte %d"
                .formatted(text, source, count, encoding, end);
    }
}
