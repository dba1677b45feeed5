package io.handover.provisioning.incus;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.provisioning.compute.ComputeRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncusFailureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Failed to run: tar ...: write /rootfs/x: no space left on device",
                "Failed creating volume: Disk quota exceeded"
            })
    void isRefusedWhenThePoolIsFull(String words) {
        assertThat(IncusFailure.ended(500, words).asDriversDo())
                .isInstanceOf(ComputeRefused.class)
                .hasMessage("the storage pool is full");
    }

    @Test
    void isRefusedWhenTheRequestIsWrong() {
        assertThat(IncusFailure.answered(400, "Invalid config").asDriversDo()).isInstanceOf(ComputeRefused.class);
    }

    @Test
    void mayGetBetterOtherwise() {
        assertThat(IncusFailure.answered(403, "not authorized").asDriversDo())
                .isInstanceOf(IncusFailure.class)
                .hasMessageContaining("does not trust the client certificate");
        assertThat(IncusFailure.answered(500, "database is locked").asDriversDo())
                .isInstanceOf(IncusFailure.class);
        assertThat(IncusFailure.ended(400, "exit status 1").asDriversDo()).isInstanceOf(IncusFailure.class);
        assertThat(IncusFailure.underWay("it").asDriversDo()).isInstanceOf(IncusFailure.class);
    }

    @Test
    void tellsAMissingThingFromAnOperationThatMissedOne() {
        assertThat(IncusFailure.answered(404, "Instance not found").isNotFound())
                .isTrue();
        assertThat(IncusFailure.answered(404, "Instance not found")
                        .ofOperation()
                        .isNotFound())
                .isFalse();
    }

    @Test
    void knowsThatAnAddressIsTaken() {
        assertThat(IncusFailure.ended(500, "Failed to listen on 127.0.0.5:22: bind: Address already in use")
                        .isAddressTaken())
                .isTrue();
    }
}
