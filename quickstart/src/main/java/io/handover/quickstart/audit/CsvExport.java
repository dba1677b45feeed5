package io.handover.quickstart.audit;

import io.handover.events.audit.AuditLine;
import io.handover.events.audit.BrokenTrail;
import io.handover.events.audit.CsvCell;
import io.handover.events.audit.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** RFC 4180 in UTF-8, with the header line of an export. */
final class CsvExport implements Export {

    private long row;

    @Override
    public void read(InputStream in, Verification verification) throws IOException, NotAnExport, BrokenTrail {
        try (CSVParser parser = CSVFormat.RFC4180.parse(utf8(in))) {
            Iterator<CSVRecord> records = parser.iterator();
            requireHeader(records);
            while (records.hasNext()) {
                row++;
                verification.accept(line(records.next()));
            }
        } catch (UncheckedIOException | IllegalStateException malformed) {
            throw new BrokenTrail(row + 1, "the export is no CSV in UTF-8 here, or breaks off");
        }
    }

    /** Bytes that are no UTF-8 are not read as if they were something. */
    private static Reader utf8(InputStream in) {
        return new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static void requireHeader(Iterator<CSVRecord> records) throws NotAnExport {
        try {
            if (records.hasNext() && records.next().toList().equals(AuditLine.COLUMNS)) {
                return;
            }
        } catch (UncheckedIOException | IllegalStateException malformed) {
            throw new NotAnExport("neither JSON nor CSV");
        }
        throw new NotAnExport("it does not begin with the header line of one");
    }

    private AuditLine line(CSVRecord cells) throws BrokenTrail {
        require(cells.size() == AuditLine.COLUMNS.size(), "it has not the cells of a line");
        Map<String, @Nullable String> facts = new LinkedHashMap<>();
        for (int at = 0; at < AuditLine.FACTS.size(); at++) {
            facts.put(AuditLine.FACTS.get(at), text(cells.get(at)));
        }
        return new AuditLine(
                facts,
                sequence(cells.get(AuditLine.COLUMNS.indexOf(AuditLine.SEQUENCE))),
                cells.get(AuditLine.COLUMNS.indexOf(AuditLine.HASH)),
                presence(cells.get(AuditLine.COLUMNS.indexOf(AuditLine.CHECKPOINT))));
    }

    private @Nullable String text(String cell) throws BrokenTrail {
        return presence(CsvCell.text(cell)
                .orElseThrow(() -> new BrokenTrail(row, "a cell begins with a formula, which no export writes")));
    }

    private long sequence(String cell) throws BrokenTrail {
        require(cell.matches("[1-9][0-9]{0,17}"), "its sequence is no number");
        return Long.parseLong(cell);
    }

    private static @Nullable String presence(String text) {
        return text.isEmpty() ? null : text;
    }

    private void require(boolean holds, String otherwise) throws BrokenTrail {
        if (!holds) {
            throw new BrokenTrail(row, otherwise);
        }
    }
}
