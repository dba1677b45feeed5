package io.handover.provisioning.incus;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is set of Incus, checked.
 *
 * @param images an alias by the id of its template
 * @param zones a cluster member or group by the id of its zone
 */
record IncusSettings(
        URI url,
        Path serverCertificate,
        Path clientCertificate,
        String clientPassword,
        String project,
        List<String> profiles,
        String pool,
        String type,
        Optional<String> network,
        AddressRange addresses,
        int sshPort,
        Map<String, String> images,
        Map<String, String> zones,
        Duration patience,
        Duration operationPatience) {

    static final int SSH = 22;

    private static final String VIRTUAL_MACHINE = "virtual-machine";
    private static final Set<String> TYPES = Set.of("container", VIRTUAL_MACHINE);
    private static final int PORT_MAX = 65_535;

    /**
     * As configured.
     *
     * @throws IllegalArgumentException that names the setting and its rule
     */
    static IncusSettings of(IncusConfig config) {
        var settings = new IncusSettings(
                url(config),
                file("server-certificate", config.serverCertificate()),
                file("client-certificate", config.clientCertificate()),
                required("client-password", config.clientPassword()),
                config.project(),
                config.profiles().orElse(List.of()),
                config.pool(),
                config.type(),
                config.network(),
                AddressRange.parse(config.addresses()),
                config.sshPort(),
                pairs("images", config.images()),
                pairs("zones", config.zones()),
                config.patience(),
                config.operationPatience());
        settings.check();
        return settings;
    }

    boolean isVirtualMachine() {
        return VIRTUAL_MACHINE.equals(type);
    }

    /** What is after {@code HANDOVER_INCUS_IMAGES}; a template without an entry has its id for an alias. */
    String image(UUID template) {
        return images.getOrDefault(template.toString(), template.toString());
    }

    /** Where the disks of a zone are made; empty where Incus chooses. */
    Optional<String> target(@Nullable String zone) {
        return Optional.ofNullable(zone).map(zones::get);
    }

    /** Whoever is at something has done it or given up after that long. */
    Duration longest() {
        return operationPatience.plus(patience);
    }

    /** The port of SSH on a server's address. */
    int portOfAccess() {
        return network.isPresent() ? SSH : sshPort;
    }

    @Override
    public String toString() {
        return "IncusSettings[" + url + "]";
    }

    private void check() {
        rule(TYPES.contains(type), "type", "must be container or virtual-machine");
        rule(!isVirtualMachine() || network.isPresent(), "network", "is required for virtual machines");
        rule(network.isPresent() || addresses.isLoopback(), "addresses", "must be in 127.0.0.0/8 without a network");
        rule(sshPort > 0 && sshPort <= PORT_MAX, "ssh-port", "must be from 1 to 65535");
        rule(
                images.keySet().stream().allMatch(IncusSettings::isId),
                "images",
                "must be pairs of a template's id and an alias");
    }

    private static URI url(IncusConfig config) {
        URI url = required("url", config.url());
        rule("https".equals(url.getScheme()) && url.getHost() != null, "url", "must be an https URL");
        return url;
    }

    private static Path file(String setting, Optional<Path> configured) {
        Path file = required(setting, configured);
        rule(Files.isReadable(file), setting, "is no file that can be read");
        return file;
    }

    private static <T> T required(String setting, Optional<T> configured) {
        rule(configured.isPresent(), setting, "is required with handover.compute=incus");
        return configured.orElseThrow();
    }

    private static Map<String, String> pairs(String setting, Optional<List<String>> configured) {
        List<String[]> pairs = configured.orElse(List.of()).stream()
                .map(pair -> pair.strip().split("=", 2))
                .toList();
        rule(
                pairs.stream().allMatch(pair -> pair.length == 2 && !pair[0].isEmpty() && !pair[1].isEmpty()),
                setting,
                "must be pairs with = between them, parted by commas");
        return pairs.stream().collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, other) -> other));
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static void rule(boolean kept, String setting, String rule) {
        if (!kept) {
            throw new IllegalArgumentException("handover.incus." + setting + " " + rule);
        }
    }
}
