package io.handover.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * What {@code kubectl kustomize} makes of an overlay.
 *
 * @param name the overlay's folder
 */
record Overlay(String name, List<Manifest> manifests) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ConcurrentMap<String, Overlay> READ = new ConcurrentHashMap<>();

    static Path file(String name) {
        return Folder.MANIFESTS.resolve("rendered").resolve(name + ".yaml");
    }

    static Overlay rendered(String name) {
        return READ.computeIfAbsent(name, overlay -> new Overlay(overlay, parse(Folder.text(file(overlay)))));
    }

    static Stream<Overlay> all() {
        return Folder.overlays().stream().map(Overlay::rendered);
    }

    Stream<Manifest> of(String kind) {
        return manifests.stream().filter(manifest -> manifest.kind().equals(kind));
    }

    Optional<Manifest> find(String kind, String name) {
        return of(kind).filter(manifest -> manifest.name().equals(name)).findFirst();
    }

    Stream<Manifest> withPods() {
        return manifests.stream().filter(Manifest::hasPod);
    }

    Stream<Manifest> ours() {
        return manifests.stream().filter(Manifest::isOurs);
    }

    /** That nothing is done to the original. */
    Overlay copy() {
        return new Overlay(
                name,
                manifests.stream()
                        .map(manifest -> new Manifest(manifest.tree().deepCopy()))
                        .toList());
    }

    private static List<Manifest> parse(String text) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            return documents.readAll().stream()
                    .map(ObjectNode.class::cast)
                    .map(Manifest::new)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
