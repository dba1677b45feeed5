package io.handover.provisioning.incus;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * IPv4 addresses out of which each server gets one. Which ones a server prefers follows from its id, so that several
 * Handovers on one range rarely want the same.
 *
 * @param first the network's address
 * @param size how many addresses, a power of two; the first two and the last are nobody's
 */
record AddressRange(int first, int size) {

    private static final Pattern CIDR = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final int BYTE = 8;
    private static final int BYTE_MAX = 255;
    private static final int BITS = 32;
    private static final int LARGEST = 8;
    private static final int SMALLEST = 29;
    private static final int LOOPBACK = 127;
    private static final int CANDIDATES_MAX = 256;
    private static final int NOBODYS = 3;

    /** From {@code 127.64.0.0/16}, with a prefix of 8 to 29 bits. */
    static AddressRange parse(String cidr) {
        Matcher parts = CIDR.matcher(cidr);
        if (!parts.matches()) {
            throw refused(cidr);
        }
        int prefix = Integer.parseInt(parts.group(5));
        if (prefix < LARGEST || prefix > SMALLEST) {
            throw refused(cidr);
        }
        int size = 1 << (BITS - prefix);
        int address = IntStream.rangeClosed(1, 4)
                .map(part -> part(cidr, parts.group(part)))
                .reduce(0, (before, part) -> (before << BYTE) | part);
        return new AddressRange(address & -size, size);
    }

    boolean isLoopback() {
        return first >>> (3 * BYTE) == LOOPBACK;
    }

    /** The addresses of a server, the preferred first. */
    Stream<String> candidates(UUID server) {
        int usable = size - NOBODYS;
        int preferred = Math.floorMod(server.hashCode(), usable);
        return IntStream.range(0, Math.min(usable, CANDIDATES_MAX))
                .mapToObj(at -> text(first + 2 + (preferred + at) % usable));
    }

    private static int part(String cidr, String text) {
        int part = Integer.parseInt(text);
        if (part > BYTE_MAX) {
            throw refused(cidr);
        }
        return part;
    }

    private static String text(int address) {
        return IntStream.of(3, 2, 1, 0)
                .mapToObj(part -> Integer.toString((address >>> (part * BYTE)) & BYTE_MAX))
                .collect(Collectors.joining("."));
    }

    private static IllegalArgumentException refused(String cidr) {
        return new IllegalArgumentException(
                "handover.incus.addresses must be an IPv4 network of 8 to 29 bits, such as 127.64.0.0/16: " + cidr);
    }
}
