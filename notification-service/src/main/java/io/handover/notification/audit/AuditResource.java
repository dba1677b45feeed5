package io.handover.notification.audit;

import io.handover.kit.caller.Caller;
import io.handover.kit.caller.CurrentCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** It negotiates nothing: clients ask for {@code format=csv} and accept {@code application/json} all the same. */
@Path("/1.3/audit-logs")
class AuditResource {

    private final AuditService audit;
    private final CurrentCaller caller;

    AuditResource(AuditService audit, CurrentCaller caller) {
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @Path("export")
    @RunOnVirtualThread
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = {@Content(mediaType = MediaType.APPLICATION_JSON), @Content(mediaType = "text/csv")})
    public Response export(@RestQuery @Nullable String format, @Context HttpServerResponse connection) {
        Caller account = caller.get();
        if (!account.main()) {
            throw AuditRefusals.mainAccountOnly();
        }
        ExportFormat wanted = ExportFormat.of(format);
        StreamingOutput body = out -> audit.export(account.accountId(), wanted, out, connection::closed);
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, wanted.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + wanted.fileName() + "\"")
                .build();
    }
}
