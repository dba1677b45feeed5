package io.handover.notification.audit;

import io.handover.events.audit.AuditLine;
import java.io.IOException;

/** Writes lines as they come. It is not closed but ended: an export that broke off must not look whole. */
interface LineWriter {

    void write(AuditLine line) throws IOException;

    /** Writes what belongs after the last line. */
    void end() throws IOException;
}
