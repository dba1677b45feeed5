package io.handover.kit.refusal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an error looks like depends on the API that is spoken. */
public enum ErrorShape {
    /** UpCloud's older errors: everything of {@code /1.3} but tokens. */
    LEGACY("application/json; charset=UTF-8") {
        @Override
        public ObjectNode body(Refusal refusal, @Nullable String requestId) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.putObject("error").put("error_code", refusal.code()).put("error_message", refusal.getMessage());
            return body;
        }
    },
    /** UpCloud's newer errors; clients compare the content type as a whole, so it has no parameters. */
    UPCLOUD_PROBLEM("application/problem+json") {
        @Override
        public ObjectNode body(Refusal refusal, @Nullable String requestId) {
            ObjectNode body = problem(
                    "https://developers.upcloud.com/1.3/errors#" + upcloudCode(refusal), refusal, "invalid_params");
            if (requestId != null) {
                body.put("correlation_id", requestId);
            }
            return body;
        }
    },
    /** RFC 9457. */
    PROBLEM("application/problem+json") {
        @Override
        public ObjectNode body(Refusal refusal, @Nullable String requestId) {
            String slug = refusal.code().toLowerCase(Locale.ROOT).replace('_', '-');
            ObjectNode body = problem("urn:handover:problem:" + slug, refusal, "errors");
            if (requestId != null) {
                body.put("instance", "urn:handover:request:" + requestId);
            }
            return body;
        }
    };

    private final String contentType;

    ErrorShape(String contentType) {
        this.contentType = contentType;
    }

    /** The shape of a path. */
    public static ErrorShape of(String path) {
        if (isAtOrBelow(path, "/1.3/account/tokens")) {
            return UPCLOUD_PROBLEM;
        }
        return isAtOrBelow(path, "/1.3") ? LEGACY : PROBLEM;
    }

    /** The body of an answer that says so. */
    public abstract ObjectNode body(Refusal refusal, @Nullable String requestId);

    /** The whole header. */
    public String contentType() {
        return contentType;
    }

    private static boolean isAtOrBelow(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    /** UpCloud's newer errors have names of their own for what any request may get. */
    private static String upcloudCode(Refusal refusal) {
        return switch (refusal.code()) {
            case "REQUEST_INVALID" -> "ERROR_BAD_REQUEST";
            case "AUTHENTICATION_FAILED" -> "ERROR_UNAUTHORIZED";
            default -> "ERROR_" + refusal.code();
        };
    }

    private static ObjectNode problem(String type, Refusal refusal, String invalidParams) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", type).put("title", title(refusal.status())).put("status", refusal.status());
        body.put("detail", refusal.getMessage());
        if (!refusal.invalidParams().isEmpty()) {
            var params = body.putArray(invalidParams);
            refusal.invalidParams()
                    .forEach(param ->
                            params.addObject().put("name", param.name()).put("reason", param.reason()));
        }
        return body;
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad request.";
            case 401 -> "Unauthorized.";
            case 403 -> "Forbidden.";
            case 404 -> "Not found.";
            case 405 -> "Method not allowed.";
            case 409 -> "Conflict.";
            case 413 -> "Content too large.";
            case 415 -> "Unsupported media type.";
            case 429 -> "Too many requests.";
            case 503 -> "Service unavailable.";
            default -> status < 500 ? "Request refused." : "Internal server error.";
        };
    }
}
