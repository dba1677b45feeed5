package io.handover.provisioning.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.kit.refusal.Refusal;
import io.handover.provisioning.compute.StopRequest;
import io.handover.provisioning.compute.StopType;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowerWishTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{}",
                "{\"stop_server\":null}",
                "{\"stop_server\":{\"stop_type\":\"\",\"timeout\":\"\"}}",
                "{\"UUID\":\"x\"}"
            })
    void stopsSoftlyWhenNothingIsSaid(String body) {
        assertThat(PowerWish.read(body, "stop_server").stop()).isEqualTo(StopRequest.SOFT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"junk", "{", "7", "[]", "null", "{\"stop_server\":\"now\"}", "{\"stop_server\":[]}"})
    void refusesWhatSaysNothingOfAStop(String body) {
        assertThatThrownBy(() -> PowerWish.read(body, "stop_server")).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "900", "86400", "\"900\""})
    void endsASoftStopHardWhenItWasGivenTime(String timeout) {
        Duration expected = Duration.ofSeconds(Long.parseLong(timeout.replace("\"", "")));

        assertThat(stop("\"timeout\":" + timeout).stop()).isEqualTo(StopRequest.within(expected));
        assertThat(stop("\"stop_type\":\"hard\",\"timeout\":" + timeout).stop()).isEqualTo(StopRequest.HARD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "stop_type":"gently"                          | STOP_TYPE_INVALID
            "stop_type":{}                                | STOP_TYPE_INVALID
            "timeout":"soon"                              | TIMEOUT_INVALID
            "timeout":0                                   | TIMEOUT_INVALID
            "timeout":-1                                  | TIMEOUT_INVALID
            "timeout":1.5                                 | TIMEOUT_INVALID
            "timeout":86401                               | TIMEOUT_INVALID
            "timeout":[]                                  | TIMEOUT_INVALID
            "timeout":"99999999999999999999"              | TIMEOUT_INVALID
            "stop_type":"hard","timeout":"soon"           | TIMEOUT_INVALID
            "timeout_action":"explode"                    | TIMEOUT_ACTION_INVALID
            "timeout_action":"destroy"                    | TIMEOUT_MISSING
            """)
    void refusesToRestartSo(String fields, String code) {
        assertThatThrownBy(() -> restart(fields).restart())
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void restartsAsItsTimeoutActionSays() {
        Duration minute = Duration.ofMinutes(1);

        assertThat(restart("").restart()).isEqualTo(StopRequest.SOFT);
        assertThat(restart("\"timeout\":\"60\",\"timeout_action\":\"destroy\"").restart())
                .isEqualTo(StopRequest.within(minute));
        assertThat(restart("\"timeout\":60,\"timeout_action\":\"ignore\"").restart())
                .isEqualTo(new StopRequest(StopType.SOFT, Optional.of(minute), false));
        assertThat(restart("\"stop_type\":\"hard\",\"timeout_action\":\"destroy\"")
                        .restart())
                .isEqualTo(StopRequest.HARD);
    }

    private static PowerWish stop(String fields) {
        return PowerWish.read("{\"stop_server\":{" + fields + "}}", "stop_server");
    }

    private static PowerWish restart(String fields) {
        return PowerWish.read("{\"restart_server\":{" + fields + "}}", "restart_server");
    }
}
