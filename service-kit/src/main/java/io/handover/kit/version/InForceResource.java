package io.handover.kit.version;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Asked by the gateway only, which lets nobody else through to it. */
@Path("/internal/accounts/{accountId}/in-force")
class InForceResource {

    private final Progress progress;

    InForceResource(Progress progress) {
        this.progress = progress;
    }

    /** 204 as soon as this service decides by these versions, 503 when it does not within its patience. */
    @GET
    @Operation(hidden = true)
    public Uni<Void> await(
            @RestPath UUID accountId, @RestHeader(AccountVersionHeader.CHANGED) @Nullable String versions) {
        return progress.await(accountId, AccountVersionHeader.parse(versions)).replaceWithVoid();
    }
}
