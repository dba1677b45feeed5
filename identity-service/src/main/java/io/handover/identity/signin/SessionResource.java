package io.handover.identity.signin;

import io.handover.kit.origin.CurrentOrigin;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Asked by the gateway only, which does not let anybody else through to it. */
@Path("/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
class SessionResource {

    private final SessionService sessions;

    SessionResource(SessionService sessions) {
        this.sessions = sessions;
    }

    @POST
    public Uni<RestResponse<SessionView>> open(
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @RestHeader(CurrentOrigin.CLIENT_ADDRESS) @Nullable String clientAddress) {
        Credential credential = Credential.read(authorization).orElseThrow(SigninRefusals::authenticationFailed);
        return sessions.open(credential, clientAddress == null ? "" : clientAddress)
                .map(session -> ResponseBuilder.ok(session)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
