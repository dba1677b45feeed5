package io.handover.kit.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.links.Link;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * What can be asked of a thing next: a link from the answer that says how it is called to each operation below its path
 * (OpenAPI 3.1, section 4.8.20).
 */
final class Links {

    /** What paths call a thing, and what answers do. */
    private static final List<Name> NAMES = List.of(
            new Name("id", "uuid"), new Name("id", "id"), new Name("name", "name"), new Name("username", "username"));

    private final OpenAPI document;

    private Links(OpenAPI document) {
        this.document = document;
    }

    private record Name(String parameter, String field) {}

    /** To what was made. */
    static void add(OpenAPI document) {
        var links = new Links(document);
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (item.getPOST() != null && !path.contains("{")) {
                links.add(path, item.getPOST());
            }
        });
    }

    private void add(String collection, Operation making) {
        answers(making)
                .forEach(answer -> NAMES.stream()
                        .filter(name -> hasPaths(collection, name))
                        .flatMap(
                                name -> pointer(answer, name.field())
                                        .map(pointer -> new Place(collection, name.parameter(), pointer))
                                        .stream())
                        .findFirst()
                        .ifPresent(place -> add(answer, place)));
    }

    /**
     * Where an identifier is.
     *
     * @param parameter of paths that follow
     * @param pointer into the answer (RFC 6901)
     */
    private record Place(String collection, String parameter, String pointer) {

        String below() {
            return collection + "/{" + parameter + "}";
        }
    }

    private void add(APIResponse answer, Place place) {
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (path.equals(place.below()) || path.startsWith(place.below() + "/")) {
                item.getOperations()
                        .forEach((method, operation) ->
                                answer.addLink(name(method, path, place), link(method, path, place)));
            }
        });
    }

    private static String name(HttpMethod method, String path, Place place) {
        return (method + path.substring(place.below().length()))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z_]+", "-")
                .replaceAll("-$", "");
    }

    private static Link link(HttpMethod method, String path, Place place) {
        return OASFactory.createLink()
                .operationRef("#/paths/" + escaped(path) + "/" + method.name().toLowerCase(Locale.ROOT))
                .addParameter(place.parameter(), "$response.body#" + place.pointer());
    }

    private static String escaped(String path) {
        return path.replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
    }

    private boolean hasPaths(String collection, Name name) {
        return document.getPaths().getPathItems().keySet().stream()
                .anyMatch(path -> path.startsWith(collection + "/{" + name.parameter() + "}"));
    }

    /** In the answer itself, or in its only field. */
    private Optional<String> pointer(APIResponse answer, String field) {
        Map<String, Schema> fields = properties(schema(answer));
        if (fields.size() == 1) {
            var only = fields.entrySet().iterator().next();
            return properties(only.getValue()).containsKey(field)
                    ? Optional.of("/" + only.getKey() + "/" + field)
                    : Optional.empty();
        }
        return fields.containsKey(field) ? Optional.of("/" + field) : Optional.empty();
    }

    private Map<String, Schema> properties(Schema schema) {
        return Optional.ofNullable(schema.getRef())
                .map(reference -> reference.replace(CommonGround.SCHEMAS, ""))
                .map(document.getComponents().getSchemas()::get)
                .or(() -> Optional.of(schema))
                .map(Schema::getProperties)
                .orElse(Map.of());
    }

    private static Schema schema(APIResponse answer) {
        return answer.getContent().getMediaTypes().values().iterator().next().getSchema();
    }

    private static Stream<APIResponse> answers(Operation operation) {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .filter(response -> response.getContent() != null);
    }
}
