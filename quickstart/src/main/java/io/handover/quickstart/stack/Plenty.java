package io.handover.quickstart.stack;

import java.util.Map;

/** Limits that nobody reaches, for runs that deploy more than an account may. */
public final class Plenty {

    /** What to put into the environment of a stack. */
    public static final Map<String, String> ENVIRONMENT = Map.of(
            "HANDOVER_GATEWAY_LIMIT_REQUESTS_BURST", "100000",
            "HANDOVER_RESOURCE_LIMITS_CORES", "100000",
            "HANDOVER_RESOURCE_LIMITS_MEMORY", "100000000",
            "HANDOVER_RESOURCE_LIMITS_PUBLIC_IPV4", "100000",
            "HANDOVER_RESOURCE_LIMITS_STORAGE_HDD", "100000000",
            "HANDOVER_RESOURCE_LIMITS_STORAGE_SSD", "100000000",
            "HANDOVER_RESOURCE_LIMITS_STORAGE_MAXIOPS", "100000000");

    private Plenty() {}
}
