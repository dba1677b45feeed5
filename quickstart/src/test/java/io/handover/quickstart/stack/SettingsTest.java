package io.handover.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path CHECKOUT = Path.of("/checkout");

    @Test
    void hasDefaults() {
        Settings settings = Settings.from(Map.of(), CHECKOUT);

        assertThat(settings)
                .isEqualTo(new Settings(CHECKOUT, Path.of("/checkout/.handover"), 8080, 8025, 9092, Compute.SANDBOX));
    }

    @Test
    void isMovedByTheEnvironment() {
        var environment = Map.of(
                "HANDOVER_PORT", "1",
                "HANDOVER_INBOX_PORT", "65535",
                "HANDOVER_KAFKA_PORT", "2",
                "HANDOVER_HOME", "/elsewhere");

        assertThat(Settings.from(environment, CHECKOUT))
                .isEqualTo(new Settings(CHECKOUT, Path.of("/elsewhere"), 1, 65_535, 2, Compute.SANDBOX));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "-1", "http", "123456"})
    void refusesWhatIsNoPort(String port) {
        assertThatThrownBy(() -> Settings.from(Map.of("HANDOVER_PORT", port), CHECKOUT))
                .isInstanceOf(StackFailed.class)
                .hasMessageContaining("HANDOVER_PORT")
                .hasMessageContaining("\"" + port + "\"");
    }

    @Test
    void makesMachinesWhereTheEnvironmentSays() {
        assertThat(Compute.from(Map.of("HANDOVER_COMPUTE", "sandbox"))).isEqualTo(Compute.SANDBOX);
        assertThat(Compute.from(Map.of("HANDOVER_COMPUTE", "incus"))).isEqualTo(Compute.PRIVATE_INCUS);
        assertThat(Compute.from(Map.of("HANDOVER_COMPUTE", "incus", "HANDOVER_INCUS_URL", "https://incus.example.org")))
                .isEqualTo(Compute.INCUS);
    }

    @Test
    void refusesToMakeMachinesNowhere() {
        assertThatThrownBy(() -> Settings.from(Map.of("HANDOVER_COMPUTE", "docker"), CHECKOUT))
                .isInstanceOf(StackFailed.class)
                .hasMessage("HANDOVER_COMPUTE is \"docker\", and must be \"sandbox\" or \"incus\".");
    }

    @Test
    void refusesOnePortForTwoThings() {
        assertThatThrownBy(() -> Settings.from(Map.of("HANDOVER_PORT", "9092"), CHECKOUT))
                .isInstanceOf(StackFailed.class)
                .hasMessage("HANDOVER_PORT, HANDOVER_INBOX_PORT and HANDOVER_KAFKA_PORT must differ.");
    }
}
