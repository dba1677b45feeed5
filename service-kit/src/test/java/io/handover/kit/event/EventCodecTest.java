package io.handover.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.events.Topics;
import io.handover.events.identity.AccountEvent;
import io.handover.events.identity.TokenIssued;
import io.handover.events.identity.UnknownAccountEvent;
import io.handover.events.permission.PermissionGranted;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    private static final UUID ID = UUID.fromString("0190aaaa-0000-7000-8000-000000000001");
    private static final TokenIssued ISSUED = new TokenIssued(ID, ID, ID, Instant.parse("2026-11-24T10:00:00Z"));
    private static final String TYPE = Topics.IDENTITY_ACCOUNT.typeOf(ISSUED);

    @Test
    void writesIdsAndTimesAsText() {
        assertThat(EventCodec.write(ISSUED)).isEqualTo("""
                {"accountId":"%1$s","userId":"%1$s","tokenId":"%1$s","expiresAt":"2026-11-24T10:00:00Z"}""".formatted(ID));
    }

    @Test
    void readsWhatItWrites() {
        assertThat(read(TYPE, EventCodec.write(ISSUED))).isEqualTo(ISSUED);
    }

    @Test
    void readsAnEventThatHasGainedAComponent() {
        assertThat(read(TYPE, EventCodec.write(ISSUED).replace("{", "{\"colour\":{\"of\":[\"a\",\"newer\"]},")))
                .isEqualTo(ISSUED);
    }

    @Test
    void readsATypeThatIsNewerThanThisCodeAsUnknown() {
        assertThat(read("io.handover.identity.NeverHeardOf.v1", "no JSON at all"))
                .isEqualTo(new UnknownAccountEvent("io.handover.identity.NeverHeardOf.v1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "{", "[]", "\"text\"", "{\"accountId\":\"secret-17\"}", "{\"expiresAt\":\"soon\"}"})
    void refusesDataThatDoesNotFitItsTypeWithoutQuotingIt(String data) {
        assertThatThrownBy(() -> read(TYPE, data))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageStartingWith(TYPE)
                .hasMessageNotContaining("secret-17")
                .hasNoCause();
    }

    /** An absent boolean would otherwise be read as {@code false}, which means something. */
    @Test
    void refusesAnEventWhoseBooleanIsNull() {
        String type = "io.handover.permission." + PermissionGranted.class.getSimpleName() + ".v1";

        assertThatThrownBy(() -> EventCodec.read(Topics.PERMISSION_PERMISSION, type, "{\"storage\":null}"))
                .isInstanceOf(UnreadableEvent.class);
    }

    private static AccountEvent read(String type, String data) {
        return EventCodec.read(Topics.IDENTITY_ACCOUNT, type, data);
    }
}
