package io.handover.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.events.identity.AccountClosed;
import io.handover.kit.origin.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventHeadersTest {

    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final CloudEventHeaders OF_AN_ACCOUNT = new CloudEventHeaders(
            UUID.randomUUID(),
            "handover/identity-service",
            "io.handover.identity.AccountClosed.v1",
            ACCOUNT.toString(),
            Instant.parse("2026-01-02T03:04:05.123456Z"),
            Optional.of(ACCOUNT),
            7,
            new Origin(Optional.of("ada"), Optional.of(UUID.randomUUID()), Optional.of("192.0.2.7")));

    @Test
    void readsWhatItWrites() {
        assertThat(CloudEventHeaders.from(OF_AN_ACCOUNT.toHeaders())).isEqualTo(OF_AN_ACCOUNT);
    }

    @Test
    void writesTheNamesOfCloudEventsBinaryMode() {
        Headers headers = OF_AN_ACCOUNT.toHeaders();

        assertThat(headers)
                .extracting(header -> header.key())
                .containsExactly(
                        "ce_specversion",
                        "ce_id",
                        "ce_source",
                        "ce_type",
                        "ce_subject",
                        "ce_time",
                        "ce_account",
                        "ce_accountversion",
                        "ce_actor",
                        "ce_actortoken",
                        "ce_clientaddress",
                        "content-type");
        assertThat(new String(headers.lastHeader("ce_specversion").value(), StandardCharsets.UTF_8))
                .isEqualTo("1.0");
    }

    @Test
    void namesNoAccountForAnEventOfNone() {
        CloudEventHeaders ofNone = new CloudEventHeaders(
                UUID.randomUUID(), "handover/x", "t", "s", Instant.EPOCH, Optional.empty(), 0, Origin.NONE);

        assertThat(ofNone.toHeaders().lastHeader("ce_account")).isNull();
        assertThat(ofNone.toHeaders().lastHeader("ce_accountversion")).isNull();
        assertThat(CloudEventHeaders.from(ofNone.toHeaders())).isEqualTo(ofNone);
    }

    @Test
    void namesNoOriginOfWhatHandoverDidByItself() {
        Headers headers = OF_AN_ACCOUNT
                .toHeaders()
                .remove("ce_actor")
                .remove("ce_actortoken")
                .remove("ce_clientaddress");

        assertThat(CloudEventHeaders.from(headers).origin()).isEqualTo(Origin.NONE);
        assertThat(CloudEventHeaders.from(headers).toHeaders()).isEqualTo(headers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_source", "ce_type", "ce_time"})
    void refusesARecordThatLacksAnAttribute(String name) {
        Headers headers = OF_AN_ACCOUNT.toHeaders().remove(name);

        assertThatThrownBy(() -> CloudEventHeaders.from(headers))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({"ce_id,17", "ce_time,yesterday", "ce_account,ada", "ce_accountversion,seven", "ce_actortoken,x"})
    void refusesAnAttributeThatIsMalformed(String name, String value) {
        Headers headers = OF_AN_ACCOUNT.toHeaders().add(name, value.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> CloudEventHeaders.from(headers)).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void knowsTheAccountOfAnEvent() {
        assertThat(CloudEventHeaders.accountOf(new AccountClosed(ACCOUNT))).contains(ACCOUNT);
        assertThat(CloudEventHeaders.accountOf("nothing of the kind")).isEmpty();
    }
}
