package io.handover.sandbox.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure becomes an answer. Public, because Quarkus generates its callers elsewhere. */
public class RefusalMapper {

    /** A refusal says itself what it is. */
    @ServerExceptionMapper
    public Response refused(Refusal refusal) {
        return answer(refusal, List.of());
    }

    /** 400: fields break their rules; all are named at once. */
    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException violated) {
        List<InvalidField> fields = violated.getConstraintViolations().stream()
                .map(violation -> new InvalidField(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(InvalidField::name).thenComparing(InvalidField::reason))
                .toList();
        String message = fields.stream()
                .map(field -> field.name() + ": " + field.reason())
                .collect(Collectors.joining(" "));
        return answer(malformedRequest(message), fields);
    }

    /** 400: the body is not JSON, or a field has the wrong type. */
    @ServerExceptionMapper
    public Response malformed(JsonProcessingException malformed) {
        return refused(malformedRequest(explain(malformed)));
    }

    /** The same; named apart because Quarkus has a mapper of its own for it, which quotes the value. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException mismatched) {
        return malformed(mismatched);
    }

    /** Unknown paths, methods and media types. */
    @ServerExceptionMapper
    public Response refusedByFramework(WebApplicationException failure, ContainerRequestContext request) {
        if (failure.getCause() instanceof JsonProcessingException malformed) {
            return malformed(malformed);
        }
        return refused(translate(failure.getResponse().getStatus(), request));
    }

    /** 500: our fault; the log has it. */
    @ServerExceptionMapper
    public Response failed(Exception failure) {
        Log.error("request failed", failure);
        return refused(Refusal.of(500, "SERVICE_ERROR", "The request could not be fulfilled. It was our fault."));
    }

    private static Response answer(Refusal refusal, List<InvalidField> errors) {
        return Response.status(refusal.status())
                .header(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .entity(Problem.of(refusal, errors))
                .build();
    }

    /** Without the names of the method and of its parameter, which the path begins with. */
    private static String field(ConstraintViolation<?> violation) {
        String[] path = violation.getPropertyPath().toString().split("\\.", 3);
        return path.length < 3 ? "body" : path[2].replace(".<list element>", "");
    }

    /** Where and what kind, without the parser's text: that quotes the body. */
    private static String explain(JsonProcessingException malformed) {
        if (malformed instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            String field = mapping.getPath().stream()
                    .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                    .collect(Collectors.joining("."));
            return field + ": has the wrong type.";
        }
        return malformed instanceof MismatchedInputException
                ? "The body has the wrong shape: a JSON object is wanted."
                : "The body is not valid JSON.";
    }

    private static Refusal malformedRequest(String message) {
        return Refusal.of(400, "REQUEST_INVALID", message);
    }

    private static Refusal translate(int status, ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return switch (status) {
            case 400 -> malformedRequest("The request is malformed.");
            case 404 -> Refusal.notFound("NOT_FOUND", "There is nothing at " + path + ".");
            case 405 -> Refusal.of(405, "METHOD_NOT_ALLOWED", path + " does not answer " + request.getMethod() + ".");
            case 406 -> Refusal.of(406, "REQUEST_INVALID", "Only application/json is spoken here.");
            case 415 -> Refusal.of(415, "REQUEST_INVALID", "The body must be application/json.");
            default -> Refusal.of(status, "REQUEST_INVALID", "The request was refused.");
        };
    }
}
