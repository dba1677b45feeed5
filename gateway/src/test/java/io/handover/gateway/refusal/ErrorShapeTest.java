package io.handover.gateway.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorShapeTest {

    @ParameterizedTest
    @CsvSource({
        "/1.3,LEGACY",
        "/1.3/,LEGACY",
        "/1.3/account,LEGACY",
        "/1.3/account/tokensmith,LEGACY",
        "/1.3/account/tokens,UPCLOUD_PROBLEM",
        "/1.3/account/tokens/x,UPCLOUD_PROBLEM",
        "/1.30,PROBLEM",
        "/v1/deliveries,PROBLEM",
        "/,PROBLEM"
    })
    void followsFromThePath(String path, ErrorShape shape) {
        assertThat(ErrorShape.of(path)).isEqualTo(shape);
    }

    @Test
    void writesUpCloudsOlderErrors() {
        assertThat(ErrorShape.LEGACY.body(Refusal.of(413, "REQUEST_INVALID", "Too \"large\"."), "r1"))
                .isEqualTo("""
                {"error":{"error_code":"REQUEST_INVALID","error_message":"Too \\"large\\"."}}""");
    }

    @ParameterizedTest
    @CsvSource({
        "REQUEST_INVALID,ERROR_BAD_REQUEST",
        "AUTHENTICATION_FAILED,ERROR_UNAUTHORIZED",
        "SERVICE_ERROR,ERROR_SERVICE_ERROR"
    })
    void writesUpCloudsNewerErrorsUnderTheirOwnNames(String code, String name) {
        assertThat(ErrorShape.UPCLOUD_PROBLEM.body(Refusal.of(401, code, "No."), "r1"))
                .isEqualTo("""
                {"type":"https://developers.upcloud.com/1.3/errors#%s","title":"Unauthorized.","status":401,\
                "detail":"No.","correlation_id":"r1"}""".formatted(name));
    }

    @Test
    void writesProblemDetails() {
        assertThat(ErrorShape.PROBLEM.body(Refusal.unavailable(), "r1")).isEqualTo("""
                {"type":"urn:handover:problem:service-error","title":"Service unavailable.","status":503,\
                "detail":"The service is not available. Try again.","instance":"urn:handover:request:r1"}""");
    }

    @ParameterizedTest
    @CsvSource({"PT0S,1", "PT0.001S,1", "PT1S,1", "PT1.000000001S,2", "PT59.5S,60"})
    void neverSendsAnybodyBackTooEarly(Duration wait, String seconds) {
        assertThat(Refusal.tooOften(wait).headers()).containsEntry("Retry-After", seconds);
    }
}
