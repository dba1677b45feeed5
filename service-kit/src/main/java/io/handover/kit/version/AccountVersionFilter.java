package io.handover.kit.version;

import io.handover.kit.caller.CurrentCaller;
import io.handover.kit.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Holds a request back until this service has applied every event of the caller's account that the gateway has already
 * seen, refuses when that takes too long, and lets nobody in whose session began before something of the account was
 * withdrawn. Public, because Quarkus generates its callers elsewhere.
 */
public class AccountVersionFilter {

    private final CurrentCaller caller;
    private final RequestVersions request;
    private final Progress progress;

    AccountVersionFilter(CurrentCaller caller, RequestVersions request, Progress progress) {
        this.caller = caller;
        this.request = request;
        this.progress = progress;
    }

    /** 503 when the awaited versions do not come within the configured patience, 401 for a session that is over. */
    @ServerRequestFilter
    public @Nullable Uni<@Nullable Response> awaitVersions(ContainerRequestContext context) {
        if (!caller.isKnown()) {
            return null;
        }
        var wanted = AccountVersionHeader.parse(context.getHeaderString(AccountVersionHeader.CHANGED));
        return progress.await(caller.get().accountId(), wanted).map(this::refuseOver);
    }

    /**
     * Names the versions that the request made. Not those of a request that failed: its transaction was rolled back, so
     * they may never come, and whoever waited for them would wait in vain.
     */
    @ServerResponseFilter
    public void tellVersions(ContainerResponseContext response) {
        if (response.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
            tell(response, AccountVersionHeader.CHANGED, request.changed());
            tell(response, AccountVersionHeader.WITHDRAWN, request.withdrawn());
        }
    }

    private @Nullable Response refuseOver(long withdrawn) {
        if (caller.accountVersion() < withdrawn) {
            throw Refusal.of(401, "AUTHENTICATION_FAILED", "The session is over. Sign in again.");
        }
        return null;
    }

    private static void tell(ContainerResponseContext response, String header, AccountVersionHeader versions) {
        if (!versions.versions().isEmpty()) {
            response.getHeaders().putSingle(header, versions.toString());
        }
    }
}
