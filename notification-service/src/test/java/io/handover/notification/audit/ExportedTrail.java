package io.handover.notification.audit;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.handover.events.audit.AuditLine;
import io.handover.events.audit.BrokenTrail;
import io.handover.events.audit.Checkpoint;
import io.handover.events.audit.CsvCell;
import io.handover.events.audit.Verification;
import io.handover.events.audit.VerifierKey;
import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The lines of an export, as whoever got it reads them. */
record ExportedTrail(List<AuditLine> lines) {

    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    static ExportedTrail ofJson(Response export) throws IOException {
        JsonNode array = new ObjectMapper().readTree(export.asString());
        return new ExportedTrail(StreamSupport.stream(array.spliterator(), false)
                .map(ExportedTrail::line)
                .toList());
    }

    static ExportedTrail ofCsv(Response export) throws IOException {
        try (var records = CSV.parse(new StringReader(export.asString()))) {
            return new ExportedTrail(records.stream().map(ExportedTrail::line).toList());
        }
    }

    /** Checked with the keys that the service publishes. */
    Checkpoint verify(Caller caller) throws BrokenTrail {
        var verification = new Verification(publishedKeys(caller), List.of());
        for (AuditLine line : lines) {
            verification.accept(line);
        }
        return verification.end();
    }

    static List<VerifierKey> publishedKeys(Caller caller) {
        return VerifierKey.parseAll(given().header("Authorization", TestCallers.bearer(caller))
                .get("/v1/audit-keys")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .extract()
                .asString());
    }

    private static AuditLine line(JsonNode object) {
        return new AuditLine(
                facts(name -> object.path(name).textValue()),
                object.path(AuditLine.SEQUENCE).longValue(),
                object.path(AuditLine.HASH).textValue(),
                object.path(AuditLine.CHECKPOINT).textValue());
    }

    private static AuditLine line(CSVRecord row) {
        String checkpoint = row.get(AuditLine.CHECKPOINT);
        return new AuditLine(
                facts(name -> CsvCell.text(row.get(name)).orElseThrow()),
                Long.parseLong(row.get(AuditLine.SEQUENCE)),
                row.get(AuditLine.HASH),
                checkpoint.isEmpty() ? null : checkpoint);
    }

    private static Map<String, @Nullable String> facts(Reader cells) {
        return Facts.of(AuditLine.FACTS.stream().map(cells::get).toArray(String[]::new));
    }

    private interface Reader {
        @Nullable
        String get(String name);
    }
}
