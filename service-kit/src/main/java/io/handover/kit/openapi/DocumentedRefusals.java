package io.handover.kit.openapi;

import io.handover.kit.refusal.ErrorShape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * The statuses that refuse, by name and not as "everything else": an answer with another one is a mistake, and
 * {@code ./handover fuzz} finds it.
 */
final class DocumentedRefusals {

    /** What any request may get, most of it at the gateway's door. */
    private static final List<String> ANY =
            List.of("400", "404", "406", "408", "413", "414", "429", "431", "500", "502", "503", "504");

    private static final List<String> WITH_CREDENTIAL = List.of("401", "403");
    private static final List<String> WITH_BODY = List.of("415");
    private static final List<String> CHANGE = List.of("409");

    private DocumentedRefusals() {}

    /** A response for each shape. */
    static void define(Components components) {
        Arrays.stream(ErrorShape.values()).forEach(shape -> components.addResponse(shape.name(), refusal(shape)));
    }

    /** Says which of them an operation may answer. */
    static void complete(String path, HttpMethod method, Operation operation) {
        APIResponses responses = operation.getResponses();
        String shape = ErrorShape.of(path).name();
        statuses(method, operation)
                .sorted()
                .forEach(status -> responses.addAPIResponse(
                        status, OASFactory.createAPIResponse().ref(shape)));
    }

    private static Stream<String> statuses(HttpMethod method, Operation operation) {
        boolean open =
                operation.getSecurity() != null && operation.getSecurity().isEmpty();
        return Stream.of(
                        ANY,
                        open ? List.<String>of() : WITH_CREDENTIAL,
                        method == HttpMethod.GET ? List.<String>of() : CHANGE,
                        operation.getRequestBody() == null ? List.<String>of() : WITH_BODY)
                .flatMap(List::stream);
    }

    private static APIResponse refusal(ErrorShape shape) {
        return OASFactory.createAPIResponse()
                .description("Refused, or failed; says why.")
                .content(OASFactory.createContent()
                        .addMediaType(
                                shape.contentType(),
                                OASFactory.createMediaType().schema(schema(shape))));
    }

    private static Schema schema(ErrorShape shape) {
        return switch (shape) {
            case LEGACY -> object("error", object("error_code", text(), "error_message", text()));
            case UPCLOUD_PROBLEM -> problem("invalid_params").addProperty("correlation_id", text());
            case PROBLEM -> problem("errors").addProperty("instance", text());
        };
    }

    private static Schema problem(String fields) {
        return object("type", text(), "title", text())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty(
                        fields,
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(object("name", text(), "reason", text())));
    }

    private static Schema object(String name, Schema schema) {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .required(List.of(name))
                .addProperty(name, schema);
    }

    private static Schema object(String name, Schema schema, String other, Schema otherSchema) {
        return object(name, schema).addRequired(other).addProperty(other, otherSchema);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
