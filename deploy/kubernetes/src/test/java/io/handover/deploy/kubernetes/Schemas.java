package io.handover.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/** Every field is one that a Kubernetes API server knows, of the right type; see {@code src/test/resources/schemas}. */
final class Schemas implements Check {

    private static final String DEFINITIONS = "definitions";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    private static final ObjectNode ALL = definitions();
    private static final ConcurrentMap<String, Optional<Schema>> READ = new ConcurrentHashMap<>();

    @Override
    public Stream<String> findings(Overlay overlay) {
        return overlay.manifests().stream()
                .flatMap(manifest -> schema(manifest)
                        .map(schema -> schema.validate(manifest.tree()).stream()
                                .map(error -> manifest + ": " + error.getInstanceLocation() + " " + error.getMessage()))
                        .orElseGet(() -> Stream.of("there is no schema of " + manifest)));
    }

    private static Optional<Schema> schema(Manifest manifest) {
        return READ.computeIfAbsent(manifest.at("/apiVersion").asText() + " " + manifest.kind(), Schemas::named);
    }

    private static Optional<Schema> named(String kind) {
        JsonNode reference = ALL.path(kind);
        if (reference.isMissingNode()) {
            return Optional.empty();
        }
        ObjectNode schema = reference.deepCopy();
        schema.set(DEFINITIONS, ALL);
        return Optional.of(REGISTRY.getSchema(schema));
    }

    private static ObjectNode definitions() {
        ObjectNode all = JSON.createObjectNode();
        Folder.filesBelow(Folder.MANIFESTS.resolve("src/test/resources/schemas")).stream()
                .filter(file -> file.toString().endsWith(".json"))
                .forEach(file -> all.setAll((ObjectNode) read(file).path(DEFINITIONS)));
        return all;
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
