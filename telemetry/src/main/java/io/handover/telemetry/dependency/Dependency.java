package io.handover.telemetry.dependency;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something outside that a process needs.
 *
 * @param name for people who look for what is missing
 * @param addresses where it listens; one that answers is enough
 */
public record Dependency(String name, List<Address> addresses) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** A TCP endpoint. */
    public record Address(String host, int port) {}

    /** At a URL of any scheme; without a port it is HTTP's or HTTPS's. */
    public static Dependency at(String name, URI url) {
        int usual = "https".equals(url.getScheme()) ? HTTPS : HTTP;
        return new Dependency(name, List.of(new Address(url.getHost(), url.getPort() > 0 ? url.getPort() : usual)));
    }

    /** At any of {@code host:port,host:port}, as Kafka's clients are told their brokers. */
    public static Dependency atAny(String name, String brokers) {
        Stream<String> each = Arrays.stream(brokers.split(",", -1)).map(String::strip);
        return new Dependency(name, each.map(Dependency::address).toList());
    }

    private static Address address(String broker) {
        String plain = broker.substring(broker.indexOf("//") < 0 ? 0 : broker.indexOf("//") + 2);
        int colon = plain.lastIndexOf(':');
        return new Address(plain.substring(0, colon), Integer.parseInt(plain.substring(colon + 1)));
    }
}
