package io.handover.provisioning.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.kit.refusal.Refusal;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceAddressTest {

    @ParameterizedTest
    @CsvSource({"virtio, virtio:15", "scsi, scsi:0:15", "ide, ide:1:1"})
    void isTheNextOfItsBusUntilThatIsFull(String bus, String last) {
        Set<String> taken = new HashSet<>();

        String address = DeviceAddress.take(bus, taken);
        while (!address.equals(last)) {
            address = DeviceAddress.take(bus, taken);
        }

        assertThatThrownBy(() -> DeviceAddress.take(bus, taken))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("DEVICE_ADDRESS_IN_USE"));
    }

    @Test
    void fillsGaps() {
        assertThat(DeviceAddress.take("virtio", new HashSet<>(Set.of("virtio:0", "virtio:2"))))
                .isEqualTo("virtio:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"virtio:0", "virtio:15", "scsi:0:0", "scsi:0:15", "ide:0:1", "ide:1:0"})
    void isWhatIsAskedFor(String address) {
        assertThat(DeviceAddress.take(address, new HashSet<>())).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"virtio:16", "virtio:-1", "scsi:0:16", "scsi:1:0", "ide:2:0", "ide:0:2", "usb", " "})
    void refusesWhatIsNone(String address) {
        assertThatThrownBy(() -> DeviceAddress.take(address, new HashSet<>()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("STORAGE_DEVICE_INVALID"));
    }
}
