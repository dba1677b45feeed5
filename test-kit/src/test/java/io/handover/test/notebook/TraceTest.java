package io.handover.test.notebook;

import static io.handover.test.notebook.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.Topics;
import io.handover.events.identity.AccountEvent;
import io.handover.events.identity.TokenIssued;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.permission.PermissionGranted;
import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TraceTest {

    private static final TestTopic<AccountEvent> SAID = new TestTopic<>(Topics.IDENTITY_ACCOUNT);
    private static final TestTopic<PermissionEvent> HEARD = new TestTopic<>(Topics.PERMISSION_PERMISSION);

    private final Caller ada = TestCallers.anAccount();
    private final String traceId = UUID.randomUUID().toString().replace("-", "");
    private final String traceparent = "00-" + traceId + "-00f067aa0ba902b7-01";

    @Test
    void goesFromARequestThroughTheOutboxIntoTheRecord() {
        as(ada).header("traceparent", traceparent)
                .body("{\"count\":1,\"refused\":false}")
                .post("/v1/tokens")
                .then()
                .statusCode(204);

        assertThat(traceparentOfWhatWasSaid())
                .hasValueSatisfying(
                        said -> assertThat(said).startsWith("00-" + traceId).isNotEqualTo(traceparent));
        await().untilAsserted(() -> assertThat(kinds()).contains(SpanKind.SERVER, SpanKind.PRODUCER));
        SpanData server = span(SpanKind.SERVER);
        assertThat(server.getName()).isEqualTo("POST /v1/tokens");
        assertThat(span(SpanKind.PRODUCER).getParentSpanId()).isEqualTo(server.getSpanId());
    }

    @Test
    void goesFromARecordToWhatItCauses() {
        var record = HEARD.prepare(granted());
        record.headers().add("traceparent", traceparent.getBytes(StandardCharsets.US_ASCII));

        HEARD.sayAgain(record);

        assertThat(traceparentOfWhatWasSaid())
                .hasValueSatisfying(said -> assertThat(said).startsWith("00-" + traceId));
        await().untilAsserted(() -> assertThat(kinds()).contains(SpanKind.CONSUMER, SpanKind.PRODUCER));
        assertThat(span(SpanKind.PRODUCER).getParentSpanId())
                .isEqualTo(span(SpanKind.CONSUMER).getSpanId());
    }

    @Test
    void isTakenUpAgainByWorkThatGoesOnLater() {
        as(ada).header("traceparent", traceparent)
                .post("/v1/tokens/later")
                .then()
                .statusCode(204);

        assertThat(traceparentOfWhatWasSaid())
                .hasValueSatisfying(said -> assertThat(said).startsWith("00-" + traceId));
        await().untilAsserted(() ->
                assertThat(Spans.of(traceId).map(SpanData::getName)).contains("say later"));
    }

    @Test
    void beginsWithARecordThatBelongsToNone() {
        HEARD.say(granted());

        assertThat(traceparentOfWhatWasSaid())
                .hasValueSatisfying(said -> assertThat(said).doesNotContain(traceId));
    }

    private List<SpanKind> kinds() {
        return Spans.of(traceId).map(SpanData::getKind).toList();
    }

    private SpanData span(SpanKind kind) {
        return Spans.of(traceId)
                .filter(span -> span.getKind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private Optional<String> traceparentOfWhatWasSaid() {
        return SAID.hearHeader(
                "traceparent",
                event -> event instanceof TokenIssued issued
                        && issued.accountId().equals(ada.accountId()));
    }

    private PermissionGranted granted() {
        return new PermissionGranted(
                ada.accountId(), UUID.randomUUID(), ada.userId(), "bob", "causes", "1", false, ada.userId());
    }
}
