package io.handover.quickstart.audit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.handover.events.audit.AuditLine;
import io.handover.events.audit.BrokenTrail;
import io.handover.events.audit.Verification;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An array of objects, of which each has all fields and no other. */
final class JsonExport implements Export {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private long row;

    @Override
    public void read(InputStream in, Verification verification) throws IOException, NotAnExport, BrokenTrail {
        try (JsonParser parser = JSON.createParser(in)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                row++;
                verification.accept(line(JSON.readTree(parser)));
            }
            if (parser.nextToken() != null) {
                throw new BrokenTrail(row, "something follows after the end of the export");
            }
        } catch (JsonProcessingException | CharConversionException malformed) {
            throw new BrokenTrail(Math.max(row, 1), "the export is no JSON here, or breaks off");
        }
    }

    private AuditLine line(JsonNode object) throws NotAnExport, BrokenTrail {
        if (row == 1 && !object.has(AuditLine.HASH) && !object.has(AuditLine.SEQUENCE)) {
            throw new NotAnExport("an array, but its objects have neither a sequence nor a hash");
        }
        require(
                object.size() == AuditLine.COLUMNS.size()
                        && AuditLine.COLUMNS.stream().allMatch(object::has),
                "it has not the fields of a line");
        JsonNode sequence = object.path(AuditLine.SEQUENCE);
        require(sequence.isIntegralNumber() && sequence.canConvertToLong(), "its sequence is no number");
        String hash = text(object, AuditLine.HASH);
        return new AuditLine(
                facts(object), sequence.longValue(), hash == null ? "" : hash, text(object, AuditLine.CHECKPOINT));
    }

    private Map<String, @Nullable String> facts(JsonNode object) throws BrokenTrail {
        Map<String, @Nullable String> facts = new LinkedHashMap<>();
        for (String name : AuditLine.FACTS) {
            facts.put(name, text(object, name));
        }
        return facts;
    }

    private @Nullable String text(JsonNode object, String name) throws BrokenTrail {
        JsonNode value = object.path(name);
        require(value.isTextual() || value.isNull(), "its " + name + " is no text");
        return value.textValue();
    }

    private void require(boolean holds, String otherwise) throws BrokenTrail {
        if (!holds) {
            throw new BrokenTrail(row, otherwise);
        }
    }
}
