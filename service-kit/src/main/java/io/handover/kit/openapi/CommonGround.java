package io.handover.kit.openapi;

import io.handover.kit.refusal.ErrorShape;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/** What holds for every operation of every service: how a caller says who it is, and what a refusal looks like. */
@OpenApiFilter(stages = RunStage.BUILD)
public final class CommonGround implements OASFilter {

    private static final String SCHEMAS = "#/components/schemas/";

    private final String service = ConfigProvider.getConfig()
            .getValue("quarkus.application.name", String.class)
            .replace("-service", "");

    /** For the build, which makes one itself. */
    public CommonGround() {}

    /** Named after its service: the gateway shows the documents of all of them as one. */
    @Override
    public Schema filterSchema(Schema schema) {
        return schema.getRef() == null
                ? schema
                : schema.ref(SCHEMAS + ofService(schema.getRef().replace(SCHEMAS, "")));
    }

    /** What the gateway adds is not for callers to send. */
    @Override
    public @Nullable Parameter filterParameter(Parameter parameter) {
        return parameter.getName() != null && parameter.getName().startsWith("Handover-") ? null : parameter;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.components(components(document))
                .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("password"))
                .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("token"));
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .values()
                        .forEach(operation -> complete(operation.getResponses(), ErrorShape.of(path))));
    }

    private Components components(OpenAPI document) {
        var components = document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        components.addSecurityScheme("password", scheme("basic", "User name and password of an account or member."));
        components.addSecurityScheme("token", scheme("bearer", "An API token, ucat_..."));
        Arrays.stream(ErrorShape.values()).forEach(shape -> components.addResponse(shape.name(), refusal(shape)));
        components.setSchemas(components.getSchemas().entrySet().stream()
                .collect(Collectors.toMap(
                        schema -> ofService(schema.getKey()), Map.Entry::getValue, (one, other) -> one, TreeMap::new)));
        return components;
    }

    private static void complete(APIResponses responses, ErrorShape refusals) {
        responses.removeAPIResponse("400");
        var created = responses.getAPIResponse("201");
        if (created != null && created.getContent() == null) {
            // Nothing is answered 201 without a body: the generator takes every POST without one for that.
            responses.removeAPIResponse("201");
            responses.addAPIResponse("204", OASFactory.createAPIResponse().description("No Content"));
        }
        responses.addAPIResponse("default", OASFactory.createAPIResponse().ref(refusals.name()));
    }

    private String ofService(String schema) {
        return service + "." + schema;
    }

    private static SecurityScheme scheme(String name, String description) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(name)
                .description(description);
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
