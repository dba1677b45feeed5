package io.handover.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/** What holds for every operation of every service: how a caller says who it is, and what a refusal looks like. */
@OpenApiFilter(stages = RunStage.BUILD)
public final class CommonGround implements OASFilter {

    static final String SCHEMAS = "#/components/schemas/";

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

    /** What the gateway adds is not for callers to send; what a path calls an id is a UUID. */
    @Override
    public @Nullable Parameter filterParameter(Parameter parameter) {
        if (parameter.getName() == null) {
            return parameter;
        }
        if (parameter.getName().equals("id") && parameter.getIn() == Parameter.In.PATH && isPlain(parameter)) {
            parameter.getSchema().setFormat("uuid");
        }
        return parameter.getName().startsWith("Handover-") ? null : parameter;
    }

    private static boolean isPlain(Parameter parameter) {
        return parameter.getSchema() != null && parameter.getSchema().getPattern() == null;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.components(components(document))
                .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("password"))
                .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("token"));
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    correct(operation.getResponses());
                    correct(operation.getRequestBody());
                    DocumentedRefusals.complete(path, method, operation);
                }));
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .map(type -> String.valueOf(type.getSchema().getRef()).replace(SCHEMAS, ""))
                .map(document.getComponents().getSchemas()::get)
                .filter(Objects::nonNull)
                .forEach(CommonGround::wantItsOnlyField);
        Links.add(document);
    }

    /** A body of one field is that field in UpCloud's wrapping; without it there is nothing to do. */
    private static void wantItsOnlyField(Schema body) {
        Set<String> fields = body.getProperties().keySet();
        if (fields.size() == 1) {
            body.setRequired(List.copyOf(fields));
        }
    }

    private Components components(OpenAPI document) {
        var components = document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        components.addSecurityScheme("password", scheme("basic", "User name and password of an account or member."));
        components.addSecurityScheme("token", scheme("bearer", "An API token, ucat_..."));
        DocumentedRefusals.define(components);
        components.setSchemas(components.getSchemas().entrySet().stream()
                .collect(Collectors.toMap(
                        schema -> ofService(schema.getKey()), Map.Entry::getValue, (one, other) -> one, TreeMap::new)));
        return components;
    }

    private static void correct(APIResponses responses) {
        responses.removeAPIResponse("400");
        var created = responses.getAPIResponse("201");
        if (created != null && created.getContent() == null) {
            // Nothing is answered 201 without a body: the generator takes every POST without one for that.
            responses.removeAPIResponse("201");
            responses.addAPIResponse("204", OASFactory.createAPIResponse().description("No Content"));
        }
    }

    /** What an operation takes as text, and reads itself, is an object that may also be missing. */
    private static void correct(@Nullable RequestBody body) {
        if (body != null && body.getContent().getMediaTypes().values().stream().allMatch(CommonGround::isText)) {
            Schema object = OASFactory.createSchema().addType(SchemaType.OBJECT);
            body.required(false)
                    .content(OASFactory.createContent()
                            .addMediaType(
                                    MediaType.APPLICATION_JSON,
                                    OASFactory.createMediaType().schema(object)));
        }
    }

    private static boolean isText(org.eclipse.microprofile.openapi.models.media.MediaType content) {
        List<SchemaType> types = content.getSchema().getType();
        return types != null && types.contains(SchemaType.STRING);
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
}
