package io.handover.identity.account;

import io.handover.kit.origin.CurrentOrigin;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/v1/accounts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SignUpResource {

    private final AccountService accounts;

    SignUpResource(AccountService accounts) {
        this.accounts = accounts;
    }

    @POST
    @SecurityRequirements
    @APIResponseSchema(value = OpenedAccount.class, responseCode = "201")
    public Uni<RestResponse<OpenedAccount>> open(
            @RestHeader(CurrentOrigin.CLIENT_ADDRESS) Optional<String> clientAddress, UserDetails body) {
        return accounts.open(body, clientAddress)
                .map(account -> ResponseBuilder.<OpenedAccount>created(
                                URI.create("/1.3/account/details/" + account.username()))
                        .entity(OpenedAccount.of(account))
                        .build());
    }
}
