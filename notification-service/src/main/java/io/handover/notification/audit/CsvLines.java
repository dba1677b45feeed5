package io.handover.notification.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180, with a header line. What a spreadsheet would take for a formula gets an apostrophe in front, because names
 * and titles are the members' own choice.
 */
final class CsvLines implements LineWriter {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(AuditLine.COLUMNS.toArray(String[]::new))
            .get();

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private final CSVPrinter csv;

    CsvLines(OutputStream out) throws IOException {
        csv = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT);
    }

    @Override
    public void write(AuditLine line) throws IOException {
        csv.printRecord(Arrays.stream(line.cells()).map(CsvLines::harmless));
    }

    @Override
    public void end() throws IOException {
        csv.flush();
    }

    static @Nullable Object harmless(@Nullable Object cell) {
        return cell instanceof String text && !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : cell;
    }
}
