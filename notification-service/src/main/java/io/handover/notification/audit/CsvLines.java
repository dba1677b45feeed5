package io.handover.notification.audit;

import io.handover.events.audit.AuditLine;
import io.handover.events.audit.CsvCell;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** RFC 4180, with a header line. */
final class CsvLines implements LineWriter {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(AuditLine.COLUMNS.toArray(String[]::new))
            .get();

    private final CSVPrinter csv;

    CsvLines(OutputStream out) throws IOException {
        csv = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT);
    }

    @Override
    public void write(AuditLine line) throws IOException {
        Stream<String> facts = line.facts().values().stream().map(CsvCell::of);
        Stream<@Nullable Object> proof = Stream.of(line.sequence(), line.hash(), line.checkpoint());
        csv.printRecord(Stream.concat(facts, proof));
    }

    @Override
    public void end() throws IOException {
        csv.flush();
    }
}
