package io.handover.gateway.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The services' OpenAPI 3.1 documents of this release as one. Schemas are named after their services, so that none
 * hides another; what several documents have in common is the same in each.
 */
@Singleton
public final class ApiDocument {

    private static final List<String> SERVICES = List.of("identity", "permission", "provisioning", "notification");
    private static final YAMLMapper YAML = new YAMLMapper();

    private final String yaml;
    private final String json;
    private final JsonNode paths;

    ApiDocument() {
        ObjectNode whole = YAML.createObjectNode();
        SERVICES.forEach(service -> add(whole, read("/openapi/" + service + "-service.yaml")));
        whole.putObject("info").put("title", "Handover").put("version", "1.3");
        yaml = write(YAML, whole);
        json = write(new ObjectMapper(), whole);
        paths = whole.path("paths");
    }

    /** As YAML. */
    public String yaml() {
        return yaml;
    }

    /** As JSON. */
    public String json() {
        return json;
    }

    /** What it says of each path. */
    JsonNode paths() {
        return paths;
    }

    /** Objects become one, whatever their depth; anything else is taken as it is. */
    private static void add(ObjectNode whole, ObjectNode part) {
        part.properties().forEach(field -> {
            JsonNode present = whole.get(field.getKey());
            if (present instanceof ObjectNode object && field.getValue() instanceof ObjectNode more) {
                add(object, more);
            } else {
                whole.set(field.getKey(), field.getValue());
            }
        });
    }

    private static ObjectNode read(String resource) {
        try (InputStream document = ApiDocument.class.getResourceAsStream(resource)) {
            return YAML.readValue(Objects.requireNonNull(document, resource), ObjectNode.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String write(ObjectMapper format, ObjectNode document) {
        try {
            return format.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
