package io.handover.identity.member;

import io.handover.identity.account.UserDetails;
import io.handover.kit.caller.CurrentCaller;
import io.handover.kit.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/1.3/account/sub")
@Produces("application/json; charset=UTF-8")
class MemberResource {

    private final MemberService members;
    private final CurrentCaller caller;

    MemberResource(MemberService members, CurrentCaller caller) {
        this.members = members;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Void> add(AddMember body) {
        return members.add(caller.get(), wanted("sub_account", body.subAccount()));
    }

    @PUT
    @Path("{username}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Void> change(@RestPath String username, ChangeMember body) {
        return members.change(caller.get(), username, wanted("account", body.account()));
    }

    @DELETE
    @Path("{username}")
    public Uni<Void> remove(@RestPath String username) {
        return members.remove(caller.get(), username);
    }

    private static UserDetails wanted(String field, @Nullable UserDetails details) {
        if (details == null) {
            throw Refusal.invalid("REQUEST_INVALID", field + ": is required.");
        }
        return details;
    }

    record AddMember(@Nullable UserDetails subAccount) {}

    record ChangeMember(@Nullable UserDetails account) {}
}
