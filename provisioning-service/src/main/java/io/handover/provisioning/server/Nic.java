package io.handover.provisioning.server;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A network interface as it was asked for.
 *
 * @param index from 1 to 255, another one for each
 * @param type {@code public}, {@code utility} or {@code private}
 * @param network of a private one
 */
record Nic(
        int index,
        String type,
        @Nullable UUID network,
        boolean bootable,
        boolean sourceIpFiltering,
        List<Wanted> addresses) {

    /** What a server gets that does not say. */
    static final List<Nic> DEFAULT = List.of(of(1, "public", Wanted.IPV4), of(2, "utility", Wanted.IPV4));

    static Nic of(int index, String type, Wanted address) {
        return new Nic(index, type, null, false, true, List.of(address));
    }

    /**
     * An address that was asked for.
     *
     * @param family {@code IPv4} or {@code IPv6}
     * @param address which one; null for any
     */
    record Wanted(String family, @Nullable String address) {

        static final Wanted IPV4 = new Wanted("IPv4", null);
    }
}
