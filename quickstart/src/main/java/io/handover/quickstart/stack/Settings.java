package io.handover.quickstart.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What moves a stack to other places.
 *
 * @param checkout where the packaged modules are
 * @param home where the state is kept
 * @param port the gateway's
 * @param inboxPort the inbox's
 * @param kafkaPort Kafka's, for listeners from outside
 * @param compute where machines are made
 */
public record Settings(Path checkout, Path home, int port, int inboxPort, int kafkaPort, Compute compute) {

    private static final int PORT_MAX = 65_535;

    /** From the environment, with a default for everything. */
    public static Settings from(Map<String, String> environment, Path checkout) {
        var settings = new Settings(
                checkout,
                Path.of(environment.getOrDefault(
                        "HANDOVER_HOME", checkout.resolve(".handover").toString())),
                port(environment, "HANDOVER_PORT", "8080"),
                port(environment, "HANDOVER_INBOX_PORT", "8025"),
                port(environment, "HANDOVER_KAFKA_PORT", "9092"),
                Compute.from(environment));
        if (settings.ports().distinct().count() < settings.ports().count()) {
            throw new StackFailed("HANDOVER_PORT, HANDOVER_INBOX_PORT and HANDOVER_KAFKA_PORT must differ.");
        }
        return settings;
    }

    /** On free ports, with machines in the sandbox. */
    public static Settings anywhere(Path checkout, Path home) {
        var ports = new Ports(new Random(), Set.of());
        return new Settings(checkout, home, ports.free(), ports.free(), ports.free(), Compute.SANDBOX);
    }

    /** The same with machines made elsewhere. */
    public Settings with(Compute elsewhere) {
        return new Settings(checkout, home, port, inboxPort, kafkaPort, elsewhere);
    }

    /** All that it names. */
    IntStream ports() {
        return IntStream.of(port, inboxPort, kafkaPort);
    }

    private static int port(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, otherwise);
        int port = value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
        if (port < 1 || port > PORT_MAX) {
            throw new StackFailed(name + " is \"" + value + "\", and must be a number from 1 to " + PORT_MAX + ".");
        }
        return port;
    }
}
