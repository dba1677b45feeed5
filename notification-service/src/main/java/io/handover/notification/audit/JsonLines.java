package io.handover.notification.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;

/** An array of objects. */
final class JsonLines implements LineWriter {

    private final SequenceWriter array;

    JsonLines(ObjectMapper json, OutputStream out) throws IOException {
        array = json.writerFor(AuditLine.class)
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .writeValuesAsArray(out);
    }

    @Override
    public void write(AuditLine line) throws IOException {
        array.write(line);
    }

    @Override
    public void end() throws IOException {
        array.close();
    }
}
