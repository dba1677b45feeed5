package io.handover.gateway.address;

import inet.ipaddr.IPAddress;
import io.handover.gateway.refusal.Refusal;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Tells where the client of a request is. */
@Singleton
public final class ClientAddresses {

    private static final String UNKNOWN = "unknown";

    private final TrustedProxies proxies;

    ClientAddresses(AddressConfig config) {
        proxies = TrustedProxies.of(config.trustedProxies().orElse(List.of()));
    }

    /**
     * The address of the connection's other end or, if that is a trusted proxy, the one it names in {@code Forwarded}
     * (RFC 7239) or {@code X-Forwarded-For}; IPv6 as in RFC 5952.
     *
     * @throws Refusal 400 when a trusted proxy's headers can't be read or contradict each other
     */
    public String of(HttpServerRequest request) {
        return peer(request)
                .map(peer -> proxies.contain(peer) ? named(peer, request) : peer)
                .map(Node::text)
                .orElse(UNKNOWN);
    }

    /** Only one of the headers is the proxy's own; the other may be the client's, passed through. */
    private IPAddress named(IPAddress peer, HttpServerRequest request) {
        List<String> forwarded = request.headers().getAll("Forwarded");
        List<String> xForwardedFor = request.headers().getAll("X-Forwarded-For");
        IPAddress standard = proxies.client(peer, ForwardedHeader.hops(forwarded));
        IPAddress customary = proxies.client(peer, ForwardedHeader.plainHops(xForwardedFor));
        if (!forwarded.isEmpty() && !xForwardedFor.isEmpty() && !standard.equals(customary)) {
            throw Refusal.malformed("Forwarded and X-Forwarded-For name different clients.");
        }
        return forwarded.isEmpty() ? customary : standard;
    }

    private static Optional<IPAddress> peer(HttpServerRequest request) {
        return Optional.ofNullable(request.remoteAddress())
                .flatMap(peer -> Optional.ofNullable(peer.hostAddress()))
                .flatMap(Node::parse);
    }
}
