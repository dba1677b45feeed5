package io.handover.kit.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.vertx.sqlclient.DatabaseException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure becomes an answer. Public, because Quarkus generates its callers elsewhere. */
public class RefusalMapper {

    private static final String REQUEST_ID = "X-Request-Id";

    /** PostgreSQL's serialization_failure and deadlock_detected: it has rolled one of two transactions back. */
    private static final Set<String> CONTENDED = Set.of("40001", "40P01");

    /** PostgreSQL's cannot_connect_now and too_many_connections: nothing has begun. Its disk_full: nothing is left. */
    private static final Set<String> AWAY = Set.of("57P03", "53300", "53100");

    private final MeterRegistry meters;

    RefusalMapper(MeterRegistry meters) {
        this.meters = meters;
    }

    /** A refusal says itself what it is. */
    @ServerExceptionMapper
    public Response refused(Refusal refusal, ContainerRequestContext request) {
        meters.counter("handover.refusals", "code", refusal.code(), "status", String.valueOf(refusal.status()))
                .increment();
        ErrorShape shape = ErrorShape.of(request.getUriInfo().getPath());
        Response.ResponseBuilder answer = Response.status(refusal.status())
                .header(HttpHeaders.CONTENT_TYPE, shape.contentType())
                .entity(shape.body(refusal, request.getHeaderString(REQUEST_ID)).toString());
        refusal.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds())));
        return answer.build();
    }

    /** 400: the body is not JSON, or a field has the wrong type. */
    @ServerExceptionMapper
    public Response malformed(JsonProcessingException malformed, ContainerRequestContext request) {
        return refused(Refusal.invalid("REQUEST_INVALID", explain(malformed)), request);
    }

    /** The same; named apart because Quarkus has a mapper of its own for it, which quotes the value. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException mismatched, ContainerRequestContext request) {
        return malformed(mismatched, request);
    }

    /** Unknown paths, methods and media types. */
    @ServerExceptionMapper
    public Response refusedByFramework(WebApplicationException failure, ContainerRequestContext request) {
        if (failure.getCause() instanceof JsonProcessingException malformed) {
            return malformed(malformed, request);
        }
        return refused(translate(failure.getResponse().getStatus(), request), request);
    }

    /**
     * 503 when two requests stood in each other's way, or when the database lets nobody in; otherwise 500: our fault,
     * and the log has it with the request id.
     */
    @ServerExceptionMapper
    public Response failed(Exception failure, ContainerRequestContext request) {
        if (hasState(failure, CONTENDED)) {
            return refused(
                    Refusal.busy("Another request was changing the same things. Nothing was changed. Try again."),
                    request);
        }
        if (hasState(failure, AWAY) || causes(failure).anyMatch(ConnectException.class::isInstance)) {
            Log.warnf(
                    "database is away requestId=%s error=%s",
                    request.getHeaderString(REQUEST_ID), failure.getMessage());
            return refused(Refusal.busy("The service can't reach its database. Try again."), request);
        }
        Log.errorf(failure, "request failed requestId=%s", request.getHeaderString(REQUEST_ID));
        return refused(
                Refusal.of(500, "SERVICE_ERROR", "Your request could not be fulfilled. It was our fault."), request);
    }

    private static boolean hasState(Throwable failure, Set<String> states) {
        return causes(failure).anyMatch(cause -> switch (cause) {
            case SQLException refused -> states.contains(String.valueOf(refused.getSQLState()));
            case DatabaseException refused -> states.contains(String.valueOf(refused.getSqlState()));
            default -> false;
        });
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
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

    private static Refusal translate(int status, ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return switch (status) {
            case 400 -> Refusal.invalid("REQUEST_INVALID", "The request is malformed.");
            case 404 -> Refusal.notFound("NOT_FOUND", "There is nothing at " + path + ".");
            case 405 -> Refusal.of(405, "METHOD_NOT_ALLOWED", path + " does not answer " + request.getMethod() + ".");
            case 406 -> Refusal.of(406, "REQUEST_INVALID", "Only application/json is spoken here.");
            case 413 -> Refusal.of(413, "REQUEST_INVALID", "The body is too large.");
            case 415 -> Refusal.of(415, "REQUEST_INVALID", "The body must be application/json.");
            default -> Refusal.of(status, "REQUEST_INVALID", "The request was refused.");
        };
    }
}
