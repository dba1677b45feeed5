package io.handover.gateway.version;

import io.handover.gateway.refusal.Refusal;
import io.handover.gateway.route.Routes;
import io.handover.gateway.upstream.Upstream;
import io.handover.gateway.upstream.UpstreamClient;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * What takes away what somebody could do is answered when no service lets them in any more, through whichever gateway
 * they come.
 */
@Singleton
public final class Withdrawals {

    /** The header's name, in answers of services; never seen by clients. */
    public static final String HEADER = "Handover-Account-Withdrawn";

    private static final long PAUSE_MILLIS = 100;
    private static final int IN_FORCE = 204;

    private final Vertx vertx;
    private final UpstreamClient client;
    private final List<Upstream> services;
    private final Duration patience;

    Withdrawals(Vertx vertx, UpstreamClient client, Routes routes, WithdrawalConfig config) {
        this.vertx = vertx;
        this.client = client;
        this.services = config.services().stream().map(routes::upstream).toList();
        this.patience = config.patience();
    }

    /**
     * Waits until every service has applied these versions of an account. Fails with {@link Refusal#notInForce} when
     * one has not in time.
     */
    public Future<Void> inForce(UUID account, String versions) {
        long deadline = System.nanoTime() + patience.toNanos();
        return Future.all(services.stream()
                        .map(service -> insist(service, account, versions, deadline))
                        .toList())
                .mapEmpty();
    }

    private Future<Void> insist(Upstream service, UUID account, String versions, long deadline) {
        return ask(service, account, versions)
                .recover(ignored -> System.nanoTime() > deadline
                        ? Future.failedFuture(Refusal.notInForce())
                        : vertx.timer(PAUSE_MILLIS).compose(_ -> insist(service, account, versions, deadline)));
    }

    private Future<Void> ask(Upstream service, UUID account, String versions) {
        return client.request(service, HttpMethod.GET, "/internal/accounts/" + account + "/in-force")
                .compose(request ->
                        request.putHeader(AccountVersions.HEADER, versions).send())
                .compose(answer -> answer.end().map(answer.statusCode()))
                .compose(status ->
                        status == IN_FORCE ? Future.succeededFuture() : Future.failedFuture(Refusal.unavailable()));
    }
}
