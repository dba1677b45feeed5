package io.handover.permission.target;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of targets, named as on the wire. */
public enum TargetType {
    /** A server. */
    SERVER,
    /** A storage. */
    STORAGE,
    /** A private network. */
    NETWORK,
    /** A router. */
    ROUTER,
    /** Object storage of the first generation. */
    OBJECT_STORAGE,
    /** A managed database. */
    MANAGED_DATABASE,
    /** Managed object storage. */
    MANAGED_OBJECT_STORAGE,
    /** A managed load balancer. */
    MANAGED_LOADBALANCER,
    /** A managed Kubernetes cluster. */
    MANAGED_KUBERNETES,
    /** A network interface. */
    INTERFACE,
    /** A network gateway. */
    NETWORK_GATEWAY,
    /** All servers that carry a tag. */
    TAG_ACCESS,
    /** A managed container registry. */
    MANAGED_CONTAINER_REGISTRY,
    /** File storage. */
    FILE_STORAGE,
    /** An SSH key. */
    SSH_KEY;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** By its name on the wire; empty if there is none. */
    public static Optional<TargetType> find(@Nullable String wire) {
        return Arrays.stream(values()).filter(type -> type.wire.equals(wire)).findFirst();
    }

    /** Such as {@code tag_access}. */
    public String wire() {
        return wire;
    }

    /** Whether a permission may include the storages attached to its target. */
    public boolean hasStorages() {
        return this == SERVER || this == TAG_ACCESS;
    }

    /** Whether provisioning-service tells which targets of this type exist. */
    public boolean isTold() {
        return this == SERVER || this == STORAGE || this == TAG_ACCESS;
    }
}
