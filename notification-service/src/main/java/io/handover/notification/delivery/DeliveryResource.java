package io.handover.notification.delivery;

import io.handover.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
class DeliveryResource {

    /** {@link UUID#fromString} takes shorter ones too. */
    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final DeliveryService deliveries;
    private final CurrentCaller caller;

    DeliveryResource(DeliveryService deliveries, CurrentCaller caller) {
        this.deliveries = deliveries;
        this.caller = caller;
    }

    @GET
    public Uni<DeliveryView.All> list(@RestQuery @Nullable String server) {
        Optional<UUID> wanted =
                Optional.ofNullable(server).map(text -> parse(text).orElseThrow(DeliveryRefusals::invalidServer));
        return deliveries.list(caller.get(), wanted);
    }

    @GET
    @Path("{id}")
    public Uni<DeliveryView> show(@RestPath String id) {
        return deliveries.show(caller.get(), parse(id).orElseThrow(DeliveryRefusals::unknownDelivery));
    }

    @DELETE
    @Path("{id}")
    public Uni<Void> cancel(@RestPath String id) {
        return deliveries.cancel(caller.get(), parse(id).orElseThrow(DeliveryRefusals::unknownDelivery));
    }

    private static Optional<UUID> parse(String text) {
        return Optional.of(text).filter(it -> UUID_TEXT.matcher(it).matches()).map(UUID::fromString);
    }
}
