package io.handover.identity.closing;

import io.handover.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Under the same path as opening one, so that a method that neither answers is refused with 405. */
@Path("/v1/accounts")
class ClosingResource {

    private final ClosingService closing;
    private final CurrentCaller caller;

    ClosingResource(ClosingService closing, CurrentCaller caller) {
        this.closing = closing;
        this.caller = caller;
    }

    /**
     * For good. With {@code resources=delete} its servers and storages go, too; otherwise it is refused as long as it
     * has any.
     */
    @DELETE
    @Path("{username}")
    public Uni<Void> close(@RestPath String username, @RestQuery Optional<String> resources) {
        return closing.close(caller.get(), username, ClosingRefusals.isDelete(resources));
    }
}
