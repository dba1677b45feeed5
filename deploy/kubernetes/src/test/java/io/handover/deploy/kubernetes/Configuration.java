package io.handover.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every variable and every secret file is a setting of the program that gets it, and every map is there and used. */
final class Configuration implements Check {

    private static final String FILES = "/run/secrets/handover";

    @Override
    public Stream<String> findings(Overlay overlay) {
        return Stream.of(
                        overlay.ours().flatMap(workload -> variables(overlay, workload)),
                        overlay.ours().flatMap(Configuration::files),
                        overlay.ours().flatMap(Configuration::literals),
                        maps(overlay))
                .flatMap(found -> found);
    }

    private static Stream<String> variables(Overlay overlay, Manifest workload) {
        return mapsOf(workload)
                .flatMap(map -> overlay.find("ConfigMap", map).stream())
                .flatMap(map -> Manifest.texts(map.at("/data")).keySet().stream())
                .flatMap(variable -> settings(workload)
                        .objectionToVariable(variable)
                        .map(objection -> workload + " " + objection + ": " + variable)
                        .stream());
    }

    /** What is said in a manifest is neither shared nor secret; it belongs into a map. */
    private static Stream<String> literals(Manifest workload) {
        return workload.containers().stream()
                .filter(container -> container.has("env"))
                .map(container -> workload + " has variables of its own");
    }

    private static Stream<String> files(Manifest workload) {
        String volume = workload.containers().stream()
                .flatMap(container -> Manifest.each(container.path("volumeMounts")))
                .filter(mount -> mount.path("mountPath").asText().equals(FILES))
                .map(mount -> mount.path("name").asText())
                .findFirst()
                .orElse("");
        return Manifest.each(workload.pod().path("volumes"))
                .filter(candidate -> candidate.path("name").asText().equals(volume))
                .flatMap(Configuration::items)
                .flatMap(property -> settings(workload)
                        .objectionToProperty(property)
                        .map(objection -> workload + " " + objection + ": " + property)
                        .stream());
    }

    private static Stream<String> items(JsonNode volume) {
        return Stream.concat(
                        Manifest.each(volume.at("/projected/sources")).map(source -> source.path("secret")),
                        Stream.of(volume.path("secret")))
                .flatMap(secret -> Manifest.each(secret.path("items")))
                .map(item -> item.path("path").asText());
    }

    private static Stream<String> maps(Overlay overlay) {
        Set<String> there = overlay.of("ConfigMap").map(Manifest::name).collect(Collectors.toSet());
        Set<String> used = overlay.withPods().flatMap(Configuration::allMapsOf).collect(Collectors.toSet());
        Stream<String> missing = used.stream()
                .filter(map -> !there.contains(map))
                .map(map -> "ConfigMap " + map + " is used and not there");
        Stream<String> unused = there.stream()
                .filter(map -> !used.contains(map))
                .map(map -> "ConfigMap " + map + " is there and not used");
        return Stream.concat(missing, unused);
    }

    private static Stream<String> allMapsOf(Manifest workload) {
        Stream<String> mounted = Manifest.each(workload.pod().path("volumes"))
                .map(volume -> volume.at("/configMap/name"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
        return Stream.concat(mapsOf(workload), mounted);
    }

    private static Stream<String> mapsOf(Manifest workload) {
        return workload.containers().stream()
                .flatMap(container -> Manifest.each(container.path("envFrom")))
                .map(source -> source.at("/configMapRef/name").asText());
    }

    private static Settings settings(Manifest workload) {
        return Settings.of(Images.module(workload).orElseThrow());
    }

    static Optional<String> value(Overlay overlay, String workload, String variable) {
        return overlay.find("Deployment", workload).stream()
                .flatMap(Configuration::mapsOf)
                .flatMap(map -> overlay.find("ConfigMap", map).stream())
                .map(map -> map.at("/data").path(variable))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst();
    }
}
