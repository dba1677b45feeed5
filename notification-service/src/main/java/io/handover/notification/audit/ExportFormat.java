package io.handover.notification.audit;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an export is written. */
enum ExportFormat {
    /** RFC 4180, with a header line. */
    CSV("text/csv; charset=UTF-8; header=present"),
    /** An array of objects. */
    JSON("application/json");

    private final String contentType;

    ExportFormat(String contentType) {
        this.contentType = contentType;
    }

    /** JSON when absent or empty: that is what clients of this API accept unless they ask for something else. */
    static ExportFormat of(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return JSON;
        }
        return Arrays.stream(values())
                .filter(format -> format.parameter().equals(name))
                .findFirst()
                .orElseThrow(AuditRefusals::unknownFormat);
    }

    String contentType() {
        return contentType;
    }

    String fileName() {
        return "audit-logs." + parameter();
    }

    private String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
