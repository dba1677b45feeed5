package io.handover.provisioning.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.handover.provisioning.label.Label;
import io.handover.provisioning.storage.StorageDevice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a create or change of a server; what is left out is null. */
record CreateServer(@Nullable Fields server) {

    Fields fields() {
        if (server == null) {
            throw ServerRefusals.wrapperMissing();
        }
        return server;
    }

    /** Only the first five, {@code labels} and what {@link ServerSettings} holds can be changed later. */
    record Fields(
            @Nullable String hostname,
            @Nullable String title,
            @Nullable String plan,
            @Nullable Integer coreNumber,
            @Nullable Integer memoryAmount,
            @Nullable String zone,
            @Nullable String firewall,
            @Nullable String metadata,
            @Nullable String simpleBackup,
            @Nullable String timezone,
            @Nullable String videoModel,
            @Nullable String nicModel,
            @Nullable String bootOrder,
            @Nullable String remoteAccessEnabled,
            @Nullable Labels labels,
            @Nullable Networking networking,
            @Nullable LoginUser loginUser,
            @Nullable String passwordDelivery,
            @Nullable StorageDevices storageDevices) {

        @Nullable
        List<@Nullable StorageDevice> devices() {
            return storageDevices == null ? null : storageDevices.storageDevice();
        }
    }

    record Labels(@Nullable List<@Nullable Label> label) {}

    record StorageDevices(@Nullable List<@Nullable StorageDevice> storageDevice) {}

    record Networking(@Nullable Interfaces interfaces) {}

    record Interfaces(@JsonProperty("interface") @Nullable List<@Nullable Interface> all) {}

    record Interface(@Nullable String type) {}

    record LoginUser(
            @Nullable String username,
            @Nullable String createPassword,
            @Nullable SshKeyList sshKeys) {}

    record SshKeyList(@Nullable List<@Nullable String> sshKey) {}
}
