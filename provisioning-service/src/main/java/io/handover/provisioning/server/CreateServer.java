package io.handover.provisioning.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.handover.provisioning.label.Label;
import io.handover.provisioning.storage.StorageDevice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a create or change of a server; what is left out is null. */
record CreateServer(@Nullable Fields server) {

    Fields fields() {
        if (server == null) {
            throw ServerRefusals.wrapperMissing();
        }
        return server;
    }

    /** Where and with which disks a server begins, and how it is logged in to, is not changed later. */
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
            @Nullable String remoteAccessType,

            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable
            String remoteAccessPassword,

            @Nullable String serverGroup,
            @Nullable Long host,
            @Nullable Long avoidHost,
            @Nullable String userData,
            @Nullable IpAddresses ipAddresses,
            @Nullable Labels labels,
            @Nullable Networking networking,
            @Nullable LoginUser loginUser,
            @Nullable String passwordDelivery,
            @Nullable StorageDevices storageDevices) {

        @Nullable
        List<@Nullable StorageDevice> devices() {
            return storageDevices == null ? null : storageDevices.storageDevice();
        }

        Placement placement() {
            return new Placement(Optional.ofNullable(host), Optional.ofNullable(avoidHost));
        }

        /** Without the console's password, and what else is for the guest only. */
        @Override
        public String toString() {
            return "Fields[" + hostname + "]";
        }
    }

    record Labels(@Nullable List<@Nullable Label> label) {}

    record StorageDevices(@Nullable List<@Nullable StorageDevice> storageDevice) {}

    record Networking(@Nullable Interfaces interfaces) {}

    record Interfaces(@JsonProperty("interface") @Nullable List<@Nullable Interface> all) {}

    record Interface(
            @Nullable String type,
            @Nullable Integer index,
            @Nullable String network,
            @Nullable String bootable,
            @Nullable String sourceIpFiltering,
            @Nullable IpAddresses ipAddresses) {}

    record IpAddresses(@Nullable List<@Nullable IpAddress> ipAddress) {}

    record IpAddress(
            @Nullable String family,
            @Nullable String address,
            @Nullable String access) {}

    record LoginUser(
            @Nullable String username,
            @Nullable String createPassword,
            @Nullable SshKeyList sshKeys) {}

    record SshKeyList(@Nullable List<@Nullable String> sshKey) {}
}
