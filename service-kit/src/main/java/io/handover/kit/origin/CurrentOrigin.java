package io.handover.kit.origin;

import io.handover.kit.caller.Caller;
import io.handover.kit.caller.CurrentCaller;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The origin of what is done right now: of the event whose effect it is, or else of the request. Work that goes on
 * without either has none.
 */
@ApplicationScoped
public class CurrentOrigin {

    /** Only the gateway can set it: what a client sends under this name does not pass. */
    public static final String CLIENT_ADDRESS = "Handover-Client-Address";

    private static final String CAUSE = CurrentOrigin.class.getName();

    private final CurrentCaller caller;
    private final CurrentVertxRequest request;

    CurrentOrigin(CurrentCaller caller, CurrentVertxRequest request) {
        this.caller = caller;
        this.request = request;
    }

    /**
     * {@link Origin#NONE} when nobody is known. A request that is not authenticated by now must say its origin itself.
     */
    public Origin get() {
        return cause().or(this::requester).orElse(Origin.NONE);
    }

    /** Whether somebody who has an access token waits for the answer. */
    public boolean isAsked() {
        return cause().isEmpty() && Arc.container().requestContext().isActive() && caller.isKnown();
    }

    /**
     * Does what an event causes in the event's name: whatever it records has the same origin. Needs the Vert.x context
     * that a record from a topic has for itself; the origin is kept there and goes with it.
     */
    public <T> Uni<T> causedBy(Origin cause, Supplier<Uni<T>> effect) {
        return Uni.createFrom().deferred(() -> {
            ContextLocals.put(CAUSE, cause);
            return effect.get();
        });
    }

    private static Optional<Origin> cause() {
        return VertxContext.isOnDuplicatedContext() ? ContextLocals.get(CAUSE) : Optional.empty();
    }

    private Optional<Origin> requester() {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        Optional<Caller> known = caller.isKnown() ? Optional.of(caller.get()) : Optional.empty();
        return Optional.of(new Origin(known.map(Caller::username), known.flatMap(Caller::tokenId), clientAddress()));
    }

    private Optional<String> clientAddress() {
        RoutingContext current = request.getCurrent();
        return Optional.ofNullable(current).map(context -> context.request().getHeader(CLIENT_ADDRESS));
    }
}
