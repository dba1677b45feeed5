package io.handover.permission.grant;

import io.handover.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/1.3/permission")
@Produces("application/json; charset=UTF-8")
class PermissionResource {

    private final PermissionService permissions;
    private final CurrentCaller caller;

    PermissionResource(PermissionService permissions, CurrentCaller caller) {
        this.permissions = permissions;
        this.caller = caller;
    }

    @GET
    public Uni<PermissionListView> list() {
        return permissions.list(caller.get());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<PermissionListView> replace(PermissionDocument body) {
        return permissions.replace(caller.get(), body);
    }

    @POST
    @Path("grant")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<PermissionView> grant(PermissionDocument body, @RestQuery("skip_target_check") boolean skipTargetCheck) {
        return skipTargetCheck ? permissions.grantUnchecked(caller.get(), body) : permissions.grant(caller.get(), body);
    }

    @POST
    @Path("revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Void> revoke(PermissionDocument body) {
        return permissions.revoke(caller.get(), body);
    }

    @POST
    @Path("revoke-all-from-target/{type}/{identifier}")
    public Uni<Void> revokeAllFromTarget(
            @RestPath String type,
            @RestPath String identifier,
            @RestQuery("main_account_id") @Nullable String mainAccountId) {
        return permissions.revokeAllFromTarget(caller.get(), type, identifier, mainAccountId);
    }

    @POST
    @Path("revoke-all-from-user/{username}")
    public Uni<Void> revokeAllFromUser(@RestPath String username) {
        return permissions.revokeAllFromUser(caller.get(), username);
    }
}
