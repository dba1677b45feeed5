package io.handover.kit.version;

import io.handover.kit.caller.CurrentCaller;
import io.handover.kit.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Holds a request back until this service has applied every event of the caller's account that the gateway has already
 * seen, and refuses when that takes too long: a revoke that was answered is in force everywhere. Public, because
 * Quarkus generates its callers elsewhere.
 */
public class AccountVersionFilter {

    private static final Duration WAIT_STEP = Duration.ofMillis(15);

    private static final String BEHIND = """
            select 1 from unnest($2::text[], $3::bigint[]) as wanted (topic, version)
            where wanted.version > coalesce((select seen.version from account_version_seen seen
                                             where seen.account_id = $1 and seen.topic = wanted.topic), 0)
            limit 1""";

    private final CurrentCaller caller;
    private final RequestVersions request;
    private final VersionConfig config;
    private final Pool pool;
    private final Vertx vertx;

    AccountVersionFilter(CurrentCaller caller, RequestVersions request, VersionConfig config, Pool pool, Vertx vertx) {
        this.caller = caller;
        this.request = request;
        this.config = config;
        this.pool = pool;
        this.vertx = vertx;
    }

    /** 503 when the awaited versions do not come within the configured patience. */
    @ServerRequestFilter
    public @Nullable Uni<@Nullable Response> awaitVersions(ContainerRequestContext context) {
        Map<String, Long> wanted = AccountVersionHeader.parse(context.getHeaderString(AccountVersionHeader.NAME))
                .versions();
        Map<String, Long> awaited = new java.util.TreeMap<>(wanted);
        awaited.keySet().retainAll(config.awaits().orElse(java.util.Set.of()));
        if (awaited.isEmpty() || !caller.isKnown()) {
            return null;
        }
        int attempts = (int) config.patience().dividedBy(WAIT_STEP);
        return await(caller.get().accountId(), awaited, attempts);
    }

    /**
     * Names the versions that the request made. Not those of a request that failed: its transaction was rolled back, so
     * they may never come, and whoever waited for them would wait in vain.
     */
    @ServerResponseFilter
    public void tellVersions(ContainerResponseContext response) {
        AccountVersionHeader changed = request.header();
        if (!changed.versions().isEmpty() && response.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
            response.getHeaders().putSingle(AccountVersionHeader.NAME, changed.toString());
        }
    }

    private Uni<@Nullable Response> await(UUID account, Map<String, Long> awaited, int attempts) {
        return isBehind(account, awaited).chain(behind -> {
            if (!behind) {
                return Uni.createFrom().nullItem();
            }
            if (attempts == 0) {
                return Uni.createFrom().failure(Refusal.busy("Your latest change is still on its way. Try again."));
            }
            return Uni.createFrom()
                    .<Void>emitter(step -> vertx.setTimer(WAIT_STEP.toMillis(), ignored -> step.complete(null)))
                    .chain(() -> await(account, awaited, attempts - 1));
        });
    }

    private Uni<Boolean> isBehind(UUID account, Map<String, Long> awaited) {
        return pool.preparedQuery(BEHIND)
                .execute(Tuple.of(
                        account,
                        awaited.keySet().toArray(String[]::new),
                        awaited.values().toArray(Long[]::new)))
                .map(rows -> rows.size() > 0);
    }
}
