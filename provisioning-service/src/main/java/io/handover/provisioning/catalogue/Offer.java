package io.handover.provisioning.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The catalogue as it is written down in its file. */
record Offer(
        List<Zone> zones,
        List<Plan> plans,
        List<Template> templates,
        @Nullable Map<String, Price> prices) {}
