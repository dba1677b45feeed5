package io.handover.kit.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorShapeTest {

    private final Refusal twoFields = Refusal.invalidFields(
            "VALIDATION_ERROR", List.of(new InvalidParam("name", "is missing."), new InvalidParam("size", "is 0.")));

    @ParameterizedTest
    @CsvSource({
        "/1.3,LEGACY",
        "/1.3/account,LEGACY",
        "/1.3/account/tokensmith,LEGACY",
        "/1.3/account/tokens,UPCLOUD_PROBLEM",
        "/1.3/account/tokens/x,UPCLOUD_PROBLEM",
        "/1.30,PROBLEM",
        "/v1/deliveries,PROBLEM"
    })
    void followsFromThePath(String path, ErrorShape shape) {
        assertThat(ErrorShape.of(path)).isEqualTo(shape);
    }

    @Test
    void writesUpCloudsOlderErrors() {
        assertThat(ErrorShape.LEGACY.contentType()).isEqualTo("application/json; charset=UTF-8");
        assertThat(ErrorShape.LEGACY.body(twoFields, "r1")).hasToString("""
                {"error":{"error_code":"VALIDATION_ERROR","error_message":"name: is missing. size: is 0."}}""");
    }

    @Test
    void writesUpCloudsNewerErrorsWithTheFields() {
        assertThat(ErrorShape.UPCLOUD_PROBLEM.contentType()).isEqualTo("application/problem+json");
        assertThat(ErrorShape.UPCLOUD_PROBLEM.body(twoFields, "r1")).hasToString("""
                {"type":"https://developers.upcloud.com/1.3/errors#ERROR_VALIDATION_ERROR","title":"Bad request.",\
                "status":400,"detail":"name: is missing. size: is 0.","invalid_params":[{"name":"name",\
                "reason":"is missing."},{"name":"size","reason":"is 0."}],"correlation_id":"r1"}""");
    }

    @ParameterizedTest
    @CsvSource({
        "REQUEST_INVALID,ERROR_BAD_REQUEST",
        "AUTHENTICATION_FAILED,ERROR_UNAUTHORIZED",
        "NOT_FOUND,ERROR_NOT_FOUND"
    })
    void namesNewerErrorsAsUpCloudDoes(String code, String name) {
        String type = ErrorShape.UPCLOUD_PROBLEM
                .body(Refusal.of(400, code, "No."), null)
                .get("type")
                .asText();

        assertThat(type).endsWith("#" + name);
    }

    @Test
    void writesProblemDetailsWithTheFields() {
        assertThat(ErrorShape.PROBLEM.body(twoFields, "r1")).hasToString("""
                {"type":"urn:handover:problem:validation-error","title":"Bad request.","status":400,\
                "detail":"name: is missing. size: is 0.","errors":[{"name":"name","reason":"is missing."},\
                {"name":"size","reason":"is 0."}],"instance":"urn:handover:request:r1"}""");
    }

    @Test
    void namesNoRequestThatHasNoId() {
        Refusal refusal = Refusal.notFound("NOT_FOUND", "No.");

        assertThat(ErrorShape.PROBLEM.body(refusal, null).has("instance")).isFalse();
        assertThat(ErrorShape.UPCLOUD_PROBLEM.body(refusal, null).has("correlation_id"))
                .isFalse();
    }
}
