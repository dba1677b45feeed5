package io.handover.gateway.limit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * Three of everything, no patience, and clients that come through a proxy, so that each test has addresses of its own.
 */
public final class NarrowLimits implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("handover.gateway.limit.requests.burst", "3"),
                Map.entry("handover.gateway.limit.requests.sustained", "1"),
                Map.entry("handover.gateway.limit.requests.period", "1h"),
                Map.entry("handover.gateway.limit.open.burst", "3"),
                Map.entry("handover.gateway.limit.open.sustained", "1"),
                Map.entry("handover.gateway.limit.open.period", "1h"),
                Map.entry("handover.gateway.limit.callbacks.burst", "3"),
                Map.entry("handover.gateway.limit.callbacks.sustained", "1"),
                Map.entry("handover.gateway.limit.callbacks.period", "1h"),
                Map.entry("handover.gateway.limit.failed-sign-ins.burst", "3"),
                Map.entry("handover.gateway.limit.failed-sign-ins.sustained", "1"),
                Map.entry("handover.gateway.limit.failed-sign-ins.period", "1h"),
                Map.entry("handover.gateway.upstream.response-timeout", "2s"),
                Map.entry("handover.gateway.door.body-timeout", "1s"),
                Map.entry("handover.gateway.trusted-proxies", "127.0.0.1,10.255.0.0/16,fd00::/8"));
    }
}
