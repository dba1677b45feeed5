package io.handover.provisioning.storage;

import io.handover.provisioning.label.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A disk that a new server asks for, as it is on the wire.
 *
 * @param action {@code create}, {@code clone} or {@code attach}
 * @param storage the template or storage to clone or attach
 * @param size GiB
 */
public record StorageDevice(
        @Nullable String action,
        @Nullable String storage,
        @Nullable String title,
        @Nullable Integer size,
        @Nullable String tier,
        @Nullable String address,
        @Nullable String type,
        @Nullable String encrypted,
        @Nullable List<@Nullable Label> labels) {

    static final StorageDevice EMPTY = new StorageDevice(null, null, null, null, null, null, null, null, null);
}
