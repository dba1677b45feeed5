package io.handover.telemetry.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DiscreetSpanTest {

    private final DiscreetSpan told = new DiscreetSpan(span());

    @Test
    void tellsWhichKindOfRequestItWasAndHowItEnded() {
        assertThat(told.getName()).isEqualTo("GET /1.3/account/details/{username}");
        assertThat(told.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(told.getAttributes().asMap().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "http.request.method=GET",
                        "http.response.status_code=404",
                        "http.route=/1.3/account/details/{username}");
        assertThat(told.getTotalAttributeCount()).isEqualTo(3);
    }

    @Test
    void keepsEverythingElseToItself() {
        String shown = told.getName() + told.getAttributes() + told.getEvents() + told.getStatus();

        assertThat(shown).doesNotContain("bob", "192.0.2.7", "secret");
        assertThat(told.getTotalRecordedEvents()).isZero();
    }

    private static io.opentelemetry.sdk.trace.data.SpanData span() {
        try (SdkTracerProvider provider = SdkTracerProvider.builder().build()) {
            Span span = provider.get("test")
                    .spanBuilder("GET /1.3/account/details/{username}")
                    .setAttribute("http.request.method", "GET")
                    .setAttribute("http.response.status_code", 404)
                    .setAttribute("http.route", "/1.3/account/details/{username}")
                    .setAttribute("url.path", "/1.3/account/details/bob")
                    .setAttribute("url.query", "password=secret")
                    .setAttribute("client.address", "192.0.2.7")
                    .setAttribute("not.known.yet", "bob")
                    .startSpan();
            span.recordException(new IllegalStateException("bob has the secret"));
            span.setStatus(StatusCode.ERROR, "bob has the secret");
            span.end();
            return ((ReadableSpan) span).toSpanData();
        }
    }
}
