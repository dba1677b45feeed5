package io.handover.notification.setting;

import io.handover.kit.caller.Caller;
import io.handover.kit.caller.CurrentCaller;
import io.handover.kit.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

@Path("/v1/delivery-settings")
@Produces(MediaType.APPLICATION_JSON)
class DeliverySettingsResource {

    private final DeliverySettings settings;
    private final CurrentCaller caller;

    DeliverySettingsResource(DeliverySettings settings, CurrentCaller caller) {
        this.settings = settings;
        this.caller = caller;
    }

    @GET
    public Uni<DeliverySettingsView> show() {
        return settings.show(ownAccount());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<DeliverySettingsView> change(ChangeDeliverySettings body) {
        return settings.change(ownAccount(), body.rotates());
    }

    private UUID ownAccount() {
        Caller self = caller.get();
        if (!self.main()) {
            throw Refusal.forbidden("ACTION_FORBIDDEN", "Only the main account has delivery settings.");
        }
        return self.accountId();
    }
}
