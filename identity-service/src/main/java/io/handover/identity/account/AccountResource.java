package io.handover.identity.account;

import io.handover.kit.caller.Caller;
import io.handover.kit.caller.CurrentCaller;
import io.handover.kit.limit.ResourceLimits;
import io.handover.kit.origin.CurrentOrigin;
import io.handover.kit.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/1.3/account")
@Produces("application/json; charset=UTF-8")
class AccountResource {

    private final AccountService accounts;
    private final AccountConfig config;
    private final ResourceLimits limits;
    private final CurrentCaller caller;

    AccountResource(AccountService accounts, AccountConfig config, ResourceLimits limits, CurrentCaller caller) {
        this.accounts = accounts;
        this.config = config;
        this.limits = limits;
        this.caller = caller;
    }

    @GET
    public AccountView show() {
        return new AccountView(new AccountView.Account(caller.get().username(), config.credits(), limits));
    }

    @GET
    @Path("list")
    public Uni<AccountListView> list(@RestQuery List<String> label) {
        return accounts.list(caller.get(), label);
    }

    @GET
    @Path("details/{username}")
    public Uni<DetailsView> details(@RestPath String username) {
        return accounts.details(caller.get(), username);
    }

    @PUT
    @Path("details/{username}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Void> change(
            @RestPath String username,
            @RestHeader(CurrentOrigin.CLIENT_ADDRESS) @Nullable String clientAddress,
            ChangeDetails body) {
        Caller self = caller.get();
        if (body.account() == null) {
            throw Refusal.invalid("REQUEST_INVALID", "account: is required.");
        }
        return accounts.change(self, username, body.account(), clientAddress == null ? "" : clientAddress);
    }

    record ChangeDetails(@Nullable UserDetails account) {}
}
