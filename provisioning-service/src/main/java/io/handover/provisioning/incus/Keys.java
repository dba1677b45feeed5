package io.handover.provisioning.incus;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How things are called in Incus, and what Handover notes down of them in their configuration. A server's machine is
 * the instance {@code server-UUID}; a storage with an operating system that no machine has is a stopped instance
 * {@code storage-UUID}, any other one a volume of that name.
 */
final class Keys {

    /** The storage that an instance's root is. */
    static final String STORAGE = "user.handover.storage";
    /** That a storage is whole: what has not got it was left half made. */
    static final String MADE = "user.handover.made";
    /** That the guest has had an owner: what is in it is theirs. */
    static final String SERVED = "user.handover.served";
    /** The server whose machine an instance is, or is becoming. */
    static final String SERVER = "user.handover.server";
    /** That a machine has been handed over: what it does from then on is not deploying. */
    static final String READY = "user.handover.ready";

    static final String ADDRESS = "user.handover.address";
    /** The id of the last root password. */
    static final String PASSWORD = "user.handover.password";
    /** A stop or restart that waits for its guest. */
    static final String STOP = "user.handover.stop";

    /** Since when a machine is being started. */
    static final String STARTING = "user.handover.starting";

    /** The tags of a machine's server, with commas between them. */
    static final String TAGS = "user.handover.tags";

    static final String CPU = "limits.cpu";
    static final String MEMORY = "limits.memory";

    /** What an instance has as long as it is a server's machine. */
    static final List<String> OF_MACHINE = List.of(SERVER, READY, ADDRESS, PASSWORD, STOP, STARTING, TAGS, CPU, MEMORY);

    static final String YES = "true";

    private static final String MACHINE = "server-";
    private static final String DISK = "storage-";

    private Keys() {}

    static String machine(UUID server) {
        return MACHINE + server;
    }

    static String disk(UUID storage) {
        return DISK + storage;
    }

    /** The server whose machine has a name. */
    static Optional<UUID> server(String name) {
        return id(name, MACHINE);
    }

    /** The storage that is kept under a name. */
    static Optional<UUID> storage(String name) {
        return id(name, DISK);
    }

    private static Optional<UUID> id(String name, String start) {
        try {
            return name.startsWith(start)
                    ? Optional.of(UUID.fromString(name.substring(start.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
