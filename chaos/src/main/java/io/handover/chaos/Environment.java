package io.handover.chaos;

import io.handover.quickstart.stack.Plenty;
import io.handover.quickstart.stack.Settings;
import java.util.HashMap;
import java.util.Map;

/** What the applications are told here: no limits that clients would meet, and time-outs that end within a run. */
final class Environment {

    private Environment() {}

    static Map<String, String> of(Settings settings) {
        Map<String, String> environment = new HashMap<>(Plenty.ENVIRONMENT);
        environment.putAll(Map.ofEntries(
                Map.entry("HANDOVER_GATEWAY_LIMIT_OPEN_BURST", "100000"),
                Map.entry("HANDOVER_GATEWAY_LIMIT_FAILED_SIGN_INS_BURST", "100000"),
                Map.entry("HANDOVER_GATEWAY_LIMIT_CALLBACKS_BURST", "100000"),
                Map.entry("HANDOVER_IDENTITY_SIGNIN_FAILURES", "100000"),
                Map.entry("HANDOVER_SMS_CALLBACK_URL", "http://localhost:" + settings.port()),
                Map.entry("HANDOVER_DELIVERY_LIFETIME", "2m"),
                Map.entry("HANDOVER_DELIVERY_LEASE", "12s"),
                Map.entry("HANDOVER_DELIVERY_FIRST_PAUSE", "1s"),
                Map.entry("HANDOVER_DELIVERY_LONGEST_PAUSE", "5s"),
                Map.entry("HANDOVER_CHANNEL_TIMEOUT", "6s"),
                Map.entry("HANDOVER_DELIVERY_KEY_BATCH", "128"),
                Map.entry("HANDOVER_DELIVERY_KEY_LOW_WATER", "96"),
                Map.entry("HANDOVER_DELIVERY_KEY_LOOK_EVERY", "1s"),
                Map.entry("HANDOVER_KEY_ENCRYPTION_PERIOD", "20s"),
                Map.entry("HANDOVER_JOB_LEASE", "10s")));
        return environment;
    }
}
