package io.handover.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.gateway.TestUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void beginsATraceOfItsOwnWhateverTheClientSays() {
        JsonPath heard = TestUser.anAccount()
                .request()
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .header("tracestate", "vendor=secret")
                .header("baggage", "who=ada")
                .get("/1.3/server")
                .jsonPath();

        assertThat(heard.getString("headers.traceparent"))
                .matches("00-\\p{XDigit}{32}-\\p{XDigit}{16}-01")
                .doesNotContain(TRACE);
        assertThat(heard.getString("headers.tracestate")).isNull();
        assertThat(heard.getString("headers.baggage")).isNull();
    }
}
