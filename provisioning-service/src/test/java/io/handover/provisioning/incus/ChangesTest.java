package io.handover.provisioning.incus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {

    private static final UUID SERVER = UUID.fromString("00c0ffee-0000-4000-8000-000000000001");

    @ParameterizedTest
    @ValueSource(strings = {"instance-started", "instance-stopped", "instance-shutdown", "instance-deleted"})
    void knowsWhoseMachineIsMeant(String action) {
        assertThat(Changes.server(told(action, "/1.0/instances/server-" + SERVER)))
                .contains(SERVER);
    }

    @Test
    void knowsWhoseMachineIsMeantInAProjectOfItsOwn() {
        assertThat(Changes.server(told("instance-stopped", "/1.0/instances/server-" + SERVER + "?project=handover")))
                .contains(SERVER);
    }

    @Test
    void takesNothingElseForAMachine() {
        assertThat(Changes.server(told("instance-stopped", "/1.0/instances/storage-" + SERVER)))
                .isEmpty();
        assertThat(Changes.server(told("instance-stopped", "/1.0/instances/server-1")))
                .isEmpty();
        assertThat(Changes.server(told("instance-file-retrieved", "/1.0/instances/server-" + SERVER)))
                .isEmpty();
        assertThat(Changes.server("{}")).isEmpty();
        assertThat(Changes.server("garbled")).isEmpty();
    }

    private static String told(String action, String source) {
        return "{\"type\":\"lifecycle\",\"metadata\":{\"action\":\"" + action + "\",\"source\":\"" + source + "\"}}";
    }
}
