package io.handover.provisioning.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.kit.refusal.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachRulesTest {

    @ParameterizedTest
    @CsvSource({"14, 2", "15, 8", "15, 1", "0, 23"})
    void allowsAsManyAsFit(int present, int interfaces) {
        assertThat(AttachRules.address(host(interfaces), StorageDevice.EMPTY, disks(present)))
                .isEqualTo("virtio:" + present);
    }

    @ParameterizedTest
    @CsvSource({"16, 1", "15, 9", "0, 24"})
    void refusesOneTooMany(int present, int interfaces) {
        assertThatThrownBy(() -> AttachRules.address(host(interfaces), StorageDevice.EMPTY, disks(present)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("STORAGE_DEVICE_LIMIT_REACHED"));
    }

    private static DiskHost host(int interfaces) {
        return new DiskHost(UUID.randomUUID(), "fi-hel1", false, interfaces);
    }

    private static List<AttachedStorage> disks(int count) {
        return IntStream.range(0, count).mapToObj(AttachRulesTest::disk).toList();
    }

    private static AttachedStorage disk(int slot) {
        return new AttachedStorage(
                "virtio:" + slot,
                "0",
                List.of(),
                null,
                UUID.randomUUID(),
                "no",
                10,
                "maxiops",
                "data",
                "disk",
                null,
                "fi-hel1",
                false);
    }
}
