package io.handover.gateway.refusal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** What an error looks like depends on the API that is spoken. */
public enum ErrorShape {
    /** UpCloud's older errors: everything of {@code /1.3} but tokens. */
    LEGACY("application/json; charset=UTF-8") {
        @Override
        ObjectNode json(Refusal refusal, String requestId) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.putObject("error").put("error_code", refusal.code()).put("error_message", refusal.getMessage());
            return body;
        }
    },
    /** UpCloud's newer errors; clients compare the content type as a whole, so it has no parameters. */
    UPCLOUD_PROBLEM("application/problem+json") {
        @Override
        ObjectNode json(Refusal refusal, String requestId) {
            return problem("https://developers.upcloud.com/1.3/errors#" + upcloudCode(refusal), refusal)
                    .put("correlation_id", requestId);
        }
    },
    /** RFC 9457. */
    PROBLEM("application/problem+json") {
        @Override
        ObjectNode json(Refusal refusal, String requestId) {
            String slug = refusal.code().toLowerCase(Locale.ROOT).replace('_', '-');
            return problem("urn:handover:problem:" + slug, refusal)
                    .put("instance", "urn:handover:request:" + requestId);
        }
    };

    private static final String LEGACY_API = "/1.3";
    private static final String TOKENS = "/1.3/account/tokens";

    private final String contentType;

    ErrorShape(String contentType) {
        this.contentType = contentType;
    }

    /** The shape that clients of a path expect. */
    public static ErrorShape of(String path) {
        if (isAtOrBelow(path, TOKENS)) {
            return UPCLOUD_PROBLEM;
        }
        return isAtOrBelow(path, LEGACY_API) ? LEGACY : PROBLEM;
    }

    /** The JSON of a refusal. */
    public String body(Refusal refusal, String requestId) {
        return json(refusal, requestId).toString();
    }

    /** Exactly what belongs into {@code Content-Type}. */
    public String contentType() {
        return contentType;
    }

    abstract ObjectNode json(Refusal refusal, String requestId);

    /** UpCloud's newer errors have names of their own for what any request may get. */
    private static String upcloudCode(Refusal refusal) {
        return switch (refusal.code()) {
            case "REQUEST_INVALID" -> "ERROR_BAD_REQUEST";
            case "AUTHENTICATION_FAILED" -> "ERROR_UNAUTHORIZED";
            default -> "ERROR_" + refusal.code();
        };
    }

    private static boolean isAtOrBelow(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    private static ObjectNode problem(String type, Refusal refusal) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("title", title(refusal.status()))
                .put("status", refusal.status())
                .put("detail", refusal.getMessage());
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad request.";
            case 401 -> "Unauthorized.";
            case 404 -> "Not found.";
            case 405 -> "Method not allowed.";
            case 408 -> "Request timeout.";
            case 413 -> "Content too large.";
            case 429 -> "Too many requests.";
            case 502 -> "Bad gateway.";
            case 503 -> "Service unavailable.";
            case 504 -> "Gateway timeout.";
            default -> status < 500 ? "Request refused." : "Internal server error.";
        };
    }
}
