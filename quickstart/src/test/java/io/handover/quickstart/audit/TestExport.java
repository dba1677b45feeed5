package io.handover.quickstart.audit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.handover.events.audit.AuditChain;
import io.handover.events.audit.AuditLine;
import io.handover.events.audit.CsvCell;
import io.handover.events.audit.SigningKey;
import io.handover.events.audit.VerifierKey;
import java.io.IOException;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Exports as notification-service writes them; the cells of a line in the order of the columns. */
final class TestExport {

    private static final JsonMapper JSON = new JsonMapper();

    private TestExport() {}

    static List<List<@Nullable String>> lines(UUID account, SigningKey key, int size) {
        List<List<@Nullable String>> lines = new ArrayList<>();
        String hash = AuditChain.genesis(account);
        for (int sequence = 1; sequence <= size; sequence++) {
            Map<String, @Nullable String> facts = facts(account, sequence);
            hash = AuditChain.hash(hash, facts, sequence);
            List<@Nullable String> cells = new ArrayList<>(facts.values());
            cells.add("" + sequence);
            cells.add(hash);
            cells.add(sequence == size ? key.sign(account, size, hash, Instant.EPOCH) : null);
            lines.add(cells);
        }
        return lines;
    }

    static SigningKey newKey() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] bytes = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
            return new SigningKey(VerifierKey.of("handover/audit", bytes), pair.getPrivate());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String csv(List<List<@Nullable String>> lines) throws IOException {
        var text = new StringWriter();
        var csv = new CSVPrinter(text, CSVFormat.RFC4180);
        csv.printRecord(AuditLine.COLUMNS);
        for (List<@Nullable String> cells : lines) {
            csv.printRecord(cells.stream().map(CsvCell::of));
        }
        return text.toString();
    }

    static String json(List<List<@Nullable String>> lines) {
        ArrayNode array = JSON.createArrayNode();
        for (List<@Nullable String> cells : lines) {
            ObjectNode object = array.addObject();
            for (int at = 0; at < cells.size(); at++) {
                put(object, AuditLine.COLUMNS.get(at), cells.get(at));
            }
        }
        return array.toString();
    }

    private static void put(ObjectNode object, String name, @Nullable String text) {
        if (name.equals(AuditLine.SEQUENCE)) {
            object.put(name, Long.parseLong(Objects.requireNonNull(text)));
        } else {
            object.put(name, text);
        }
    }

    /** With what is hard to write: quotes, line breaks, formulas, apostrophes, and characters beyond two bytes. */
    private static Map<String, @Nullable String> facts(UUID account, int number) {
        Map<String, @Nullable String> facts = new LinkedHashMap<>();
        AuditLine.FACTS.forEach(name -> facts.put(name, name + " " + number));
        facts.put(
                "target_name",
                List.of("=1+1", "a \"b\",\r\nc", "'x", "\u00e4\u20ac\ud83d\ude00")
                        .get(number % 4));
        facts.put("detail", null);
        facts.put("account", account.toString());
        return facts;
    }
}
