package io.handover.provisioning.incus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Read when {@code handover.compute} is {@code incus}; {@link IncusSettings} checks it. */
@ConfigMapping(prefix = "handover.incus")
interface IncusConfig {

    /** Where Incus listens, with {@code https}. Required with {@code HANDOVER_COMPUTE=incus}. */
    Optional<URI> url();

    /** The certificate that Incus must show, as PEM; nothing else is trusted. Required with Incus. */
    Optional<Path> serverCertificate();

    /** The certificate and key that Incus knows this service by, as PKCS12. Required with Incus. */
    Optional<Path> clientCertificate();

    /** The password of that file. Required with Incus. */
    Optional<String> clientPassword();

    /** The project that everything is in. */
    @WithDefault("default")
    String project();

    /** Profiles that every instance has, before what Handover says of it. */
    Optional<List<String>> profiles();

    /** The storage pool of all disks. */
    @WithDefault("default")
    String pool();

    /** What a server is: {@code container}, or {@code virtual-machine}, which needs a network. */
    @WithDefault("container")
    String type();

    /** The managed network that servers are on. Without it they are reached by proxies on this host's loopback. */
    Optional<String> network();

    /** The range out of which each server has an address of its own: on the network, or on the loopback. */
    @WithDefault("127.64.0.0/16")
    String addresses();

    /** The port of SSH on that address; on a network it is the guest's, 22. */
    @WithDefault("22")
    int sshPort();

    /** The image of each template, as {@code template=alias}; one without an entry has its id for an alias. */
    Optional<List<String>> images();

    /** The cluster member or {@code @group} of each zone, as {@code zone=target}; else Incus chooses. */
    Optional<List<String>> zones();

    /** How long a request may take. */
    @WithDefault("10S")
    Duration patience();

    /** How long an operation is awaited before it is looked at again; shorter than {@code HANDOVER_JOB_LEASE}. */
    @WithDefault("20S")
    Duration operationPatience();
}
