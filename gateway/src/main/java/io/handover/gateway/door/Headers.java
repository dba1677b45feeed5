package io.handover.gateway.door;

import io.handover.gateway.credential.Session;
import io.handover.gateway.version.AccountVersions;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a request and an answer say about themselves on the other side of the door. */
final class Headers {

    static final String REQUEST_ID = "X-Request-Id";

    private static final String OURS = "handover-";
    private static final String FORWARDED = "x-forwarded-";

    /** Only the gateway says who asks, from where, and what is expected of the connection. */
    private static final Set<String> NOT_FOR_SERVICES = Set.of(
            "authorization",
            "baggage",
            "cookie",
            "expect",
            "forwarded",
            "proxy-connection",
            "traceparent",
            "tracestate",
            "x-real-ip");

    /** RFC 9110, section 7.6.1; the proxy library strips them from requests only. */
    private static final Set<String> NOT_FOR_CLIENTS = Set.of(
            "connection", "keep-alive", "proxy-authenticate", "proxy-connection", "server", "te", "trailer", "upgrade");

    private Headers() {}

    /** Makes a client's headers a service's: all that it could pretend is removed, all that is known is said. */
    static void dressForService(
            MultiMap headers, Visit visit, @Nullable Session session, Optional<String> accountVersion) {
        strip(headers, NOT_FOR_SERVICES);
        headers.set(REQUEST_ID, visit.requestId()).set("Handover-Client-Address", visit.clientAddress());
        if (session != null) {
            headers.set("Authorization", "Bearer " + session.accessToken());
            accountVersion.ifPresent(version -> headers.set(AccountVersions.HEADER, version));
        }
    }

    /** Makes a service's headers a client's. */
    static void dressForClient(MultiMap headers, Visit visit) {
        strip(headers, NOT_FOR_CLIENTS);
        headers.set(REQUEST_ID, visit.requestId())
                .set("X-Content-Type-Options", "nosniff")
                .set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
    }

    /** Leads the client back to this door: a service gives its own address, which means nothing outside. */
    static void hideOrigin(MultiMap headers) {
        String location = headers.get("Location");
        if (location != null) {
            headers.set("Location", location.replaceFirst("^https?://[^/]+(?=/)", ""));
        }
    }

    /** How much memory they take, roughly. */
    static long size(MultiMap headers) {
        return headers.entries().stream()
                .mapToLong(header ->
                        (long) header.getKey().length() + header.getValue().length())
                .sum();
    }

    private static void strip(MultiMap headers, Set<String> names) {
        List<String> nominated = headers.getAll("Connection").stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .toList();
        nominated.forEach(headers::remove);
        List.copyOf(headers.names()).stream()
                .filter(name -> isStripped(name.toLowerCase(Locale.ROOT), names))
                .forEach(headers::remove);
    }

    private static boolean isStripped(String name, Set<String> names) {
        return names.contains(name) || name.startsWith(OURS) || name.startsWith(FORWARDED);
    }
}
