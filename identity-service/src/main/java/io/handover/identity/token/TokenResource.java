package io.handover.identity.token;

import io.handover.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/1.3/account/tokens")
@Produces(MediaType.APPLICATION_JSON)
class TokenResource {

    private final TokenService tokens;
    private final CurrentCaller caller;

    TokenResource(TokenService tokens, CurrentCaller caller) {
        this.tokens = tokens;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = TokenView.class, responseCode = "201")
    public Uni<RestResponse<TokenView>> issue(IssueToken body) {
        return tokens.issue(caller.get(), body)
                .map(token -> ResponseBuilder.create(RestResponse.Status.CREATED, token)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @GET
    public Uni<List<TokenView>> list(
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String offset,
            @RestQuery @Nullable String sort,
            @RestQuery @Nullable String gui) {
        return tokens.list(caller.get(), TokenList.read(limit, offset, sort, gui));
    }

    @GET
    @Path("{id}")
    public Uni<TokenView> show(@RestPath String id) {
        return tokens.show(caller.get(), id);
    }

    @DELETE
    @Path("{id}")
    public Uni<Void> revoke(@RestPath String id) {
        return tokens.revoke(caller.get(), id);
    }
}
