package io.handover.provisioning.incus;

import com.fasterxml.jackson.databind.JsonNode;
import io.handover.provisioning.compute.ComputeRefused;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * An instance as Incus shows it.
 *
 * @param location the member of a cluster that has it
 * @param powered whether its status is another one than Stopped
 */
record Instance(
        String name,
        String architecture,
        Optional<String> location,
        boolean powered,
        Instant createdAt,
        List<String> profiles,
        Map<String, String> config,
        Map<String, Map<String, String>> devices) {

    static final String ROOT = "root";

    private static final int STOPPED = 102;

    static Instance of(JsonNode shown) {
        return new Instance(
                shown.path("name").asText(),
                shown.path("architecture").asText(),
                IncusApi.location(shown),
                shown.path("status_code").asInt() != STOPPED,
                Instant.parse(shown.path("created_at").asText()),
                shown.path("profiles").valueStream().map(JsonNode::asText).toList(),
                texts(shown.path("config")),
                shown.path("devices")
                        .propertyStream()
                        .collect(Collectors.toMap(Map.Entry::getKey, device -> texts(device.getValue()))));
    }

    Optional<String> noted(String key) {
        return Optional.ofNullable(config.get(key)).filter(value -> !value.isEmpty());
    }

    boolean is(String key) {
        return Keys.YES.equals(config.get(key));
    }

    /** The storage that its root is; empty for a machine without one. */
    Optional<UUID> storage() {
        return noted(Keys.STORAGE).map(UUID::fromString);
    }

    int sizeGib() {
        return Size.parse(devices.getOrDefault(ROOT, Map.of()).getOrDefault("size", ""));
    }

    Optional<Pending> pending() {
        return noted(Keys.STOP).map(Pending::parse);
    }

    /** Since when it is being started, or was when whoever did it died. */
    Optional<Instant> startingSince() {
        return noted(Keys.STARTING).map(Instant::parse);
    }

    /** One that stops to be started again counts as running. */
    boolean running() {
        return powered || pending().filter(Pending::thenStart).isPresent();
    }

    /** Where it is logged in to; refused while it is no machine. */
    String address() {
        return noted(Keys.ADDRESS).orElseThrow(() -> new ComputeRefused("the machine has no address"));
    }

    /** As it is to be, in the form that Incus takes. */
    Map<String, Object> changed(Consumer<Map<String, String>> change, Map<String, Map<String, String>> others) {
        var changed = new HashMap<>(config);
        change.accept(changed);
        return Map.of("architecture", architecture, "profiles", profiles, "config", changed, "devices", others);
    }

    Map<String, String> root() {
        return devices.getOrDefault(ROOT, Map.of());
    }

    private static Map<String, String> texts(JsonNode object) {
        return object.propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().asText()));
    }
}
