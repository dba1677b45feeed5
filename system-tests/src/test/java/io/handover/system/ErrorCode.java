package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;

/** Reads an error's code from where its path keeps it, which is also a check of the shape. */
final class ErrorCode {

    private ErrorCode() {}

    static String of(String path, Response answer) {
        if (path.startsWith("/1.3/account/tokens")) {
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
            return answer.jsonPath().getString("type").replaceFirst("^.*#", "");
        }
        if (path.startsWith("/1.3")) {
            assertThat(answer.contentType()).startsWith("application/json");
            assertThat(answer.jsonPath().getString("error.error_message")).isNotBlank();
            return answer.jsonPath().getString("error.error_code");
        }
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(answer.statusCode());
        return answer.jsonPath().getString("type").replaceFirst("^urn:handover:problem:", "");
    }
}
