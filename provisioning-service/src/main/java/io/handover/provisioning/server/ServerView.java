package io.handover.provisioning.server;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.handover.provisioning.catalogue.Catalogue;
import io.handover.provisioning.catalogue.Zone;
import io.handover.provisioning.delivery.PasswordDelivery;
import io.handover.provisioning.storage.AttachedStorage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server as it is shown alone.
 *
 * @param host while it is started
 * @param password in the answer to its create only, and only with {@code password_delivery: none}
 * @param passwordDelivery in the answer to a create that is repeated only, instead of the password
 */
record ServerView(
        @JsonUnwrapped ServerItem item,
        String bootOrder,
        String firewall,
        @Nullable Long host,
        String metadata,
        String nicModel,
        String timezone,
        String videoModel,
        String remoteAccessEnabled,
        String remoteAccessType,
        Map<String, List<ServerNetwork.AccessAddress>> ipAddresses,
        Map<String, Object> networking,
        Map<String, List<AttachedStorage>> storageDevices,
        @Nullable String username,
        @Nullable String password,
        @Nullable PasswordDeliveryView passwordDelivery) {

    static ServerView of(Server server, Catalogue catalogue, List<String> tags, List<AttachedStorage> storages) {
        ServerSettings settings = server.form().settings();
        ServerNetwork network = server.network();
        return new ServerView(
                server.item(tags),
                settings.bootOrder(),
                settings.firewall() ? "on" : "off",
                server.isStarted()
                        ? catalogue.zone(server.zone()).map(Zone::host).orElse(null)
                        : null,
                settings.metadata() ? "yes" : "no",
                settings.nicModel(),
                settings.timezone(),
                settings.videoModel(),
                settings.remoteAccess() ? "yes" : "no",
                settings.remoteAccessType(),
                Map.of("ip_address", network.addresses()),
                network.view(),
                Map.of("storage_device", storages),
                null,
                null,
                null);
    }

    /** The only answer that ever holds the password. */
    ServerView showing(String rootPassword) {
        return with(Login.USER, rootPassword, null);
    }

    /** What has become of the password that another answer showed, or a message brings. */
    ServerView telling(PasswordDelivery delivery) {
        return with(null, null, PasswordDeliveryView.of(delivery));
    }

    private ServerView with(
            @Nullable String rootUser, @Nullable String rootPassword, @Nullable PasswordDeliveryView delivery) {
        return new ServerView(
                item,
                bootOrder,
                firewall,
                host,
                metadata,
                nicModel,
                timezone,
                videoModel,
                remoteAccessEnabled,
                remoteAccessType,
                ipAddresses,
                networking,
                storageDevices,
                rootUser,
                rootPassword,
                delivery);
    }

    /** Without the password: that is for the answer only. */
    @Override
    public String toString() {
        return "ServerView[" + item.uuid() + "]";
    }

    /** As the wire has it. */
    record OneServer(ServerView server) {}

    /** Of its details, only this. */
    record OneNetworking(Map<String, Object> networking) {}
}
