package io.handover.sandbox.refusal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;

/** A problem detail (RFC 9457). */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<InvalidField> errors) {

    static Problem of(Refusal refusal, List<InvalidField> errors) {
        String slug = refusal.code().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Problem(
                "urn:handover:problem:" + slug,
                title(refusal.status()),
                refusal.status(),
                String.valueOf(refusal.getMessage()),
                errors);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad request.";
            case 401 -> "Unauthorized.";
            case 404 -> "Not found.";
            case 405 -> "Method not allowed.";
            case 409 -> "Conflict.";
            case 415 -> "Unsupported media type.";
            case 503 -> "Service unavailable.";
            default -> status < 500 ? "Request refused." : "Internal server error.";
        };
    }
}
