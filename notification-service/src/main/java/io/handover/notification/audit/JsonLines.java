package io.handover.notification.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.handover.events.audit.AuditLine;
import java.io.IOException;
import java.io.OutputStream;

/** An array of objects; each has all fields. */
final class JsonLines implements LineWriter {

    private final ObjectMapper json;
    private final SequenceWriter array;

    JsonLines(ObjectMapper json, OutputStream out) throws IOException {
        this.json = json;
        array = json.writerFor(ObjectNode.class)
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .writeValuesAsArray(out);
    }

    @Override
    public void write(AuditLine line) throws IOException {
        ObjectNode object = json.createObjectNode();
        line.facts().forEach(object::put);
        object.put(AuditLine.SEQUENCE, line.sequence());
        object.put(AuditLine.HASH, line.hash());
        object.put(AuditLine.CHECKPOINT, line.checkpoint());
        array.write(object);
    }

    @Override
    public void end() throws IOException {
        array.close();
    }
}
