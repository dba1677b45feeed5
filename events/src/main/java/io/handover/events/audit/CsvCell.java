package io.handover.events.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text as a cell of a CSV export. What a spreadsheet would take for a formula gets an apostrophe in front, because
 * names and titles are the members' own choice; what has one gets another, so that one can always be taken away again.
 */
public final class CsvCell {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n'";

    private CsvCell() {}

    /** The cell of a text; empty for none. */
    public static String of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return BEGINS_A_FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    /**
     * The text of a cell.
     *
     * @return empty if there is none whose cell it is
     */
    public static Optional<String> text(String cell) {
        String text = cell.startsWith("'") ? cell.substring(1) : cell;
        return Optional.of(text).filter(it -> of(it).equals(cell));
    }
}
