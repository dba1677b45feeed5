package io.handover.provisioning.rotation;

import io.handover.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/servers")
@Produces(MediaType.APPLICATION_JSON)
class RotationResource {

    private final Rotations rotations;
    private final CurrentCaller caller;

    RotationResource(Rotations rotations, CurrentCaller caller) {
        this.rotations = rotations;
        this.caller = caller;
    }

    /** Not stored anywhere on the way: the answer may show a password. */
    @POST
    @Path("{id}/password")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @APIResponseSchema(value = RotatedPassword.class, responseCode = "202")
    public Uni<RotatedPassword> rotate(@RestPath String id, RotatePassword body) {
        return rotations.rotate(caller.get(), id, body.delivery());
    }
}
