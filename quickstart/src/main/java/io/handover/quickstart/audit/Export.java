package io.handover.quickstart.audit;

import io.handover.events.audit.BrokenTrail;
import io.handover.events.audit.Verification;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** An exported trail in a file, as CSV or JSON; read once, line by line. */
interface Export {

    /** Shows each line to a verification. */
    void read(InputStream in, Verification verification) throws IOException, NotAnExport, BrokenTrail;

    /** Reads a file in whichever format it is. */
    static void read(Path file, Verification verification) throws IOException, NotAnExport, BrokenTrail {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(1);
            int first = in.read();
            in.reset();
            Export format = first == '[' ? new JsonExport() : new CsvExport();
            format.read(in, verification);
        }
    }
}
