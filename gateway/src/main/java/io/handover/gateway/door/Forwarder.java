package io.handover.gateway.door;

import io.handover.gateway.credential.Authentication;
import io.handover.gateway.document.AllowedMethods;
import io.handover.gateway.route.RequestTarget;
import io.handover.gateway.upstream.Upstream;
import io.handover.gateway.upstream.UpstreamClient;
import io.handover.gateway.version.AccountVersions;
import io.handover.gateway.version.Withdrawals;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.inject.Singleton;

/** Hands visits to their services. */
@Singleton
final class Forwarder {

    private static final ProxyOptions NO_TUNNELS = new ProxyOptions().setSupportWebSocket(false);

    private final UpstreamClient client;
    private final Authentication authentication;
    private final AccountVersions versions;
    private final Withdrawals withdrawals;
    private final AllowedMethods methods;

    Forwarder(
            UpstreamClient client,
            Authentication authentication,
            AccountVersions versions,
            Withdrawals withdrawals,
            AllowedMethods methods) {
        this.client = client;
        this.authentication = authentication;
        this.versions = versions;
        this.withdrawals = withdrawals;
        this.methods = methods;
    }

    /** Answers the visit, one way or another. A proxy is a few fields; the connections are the client's. */
    void forward(Visit visit, RequestTarget target, Upstream upstream, Admission admission, Buffer body) {
        HttpProxy.reverseProxy(NO_TUNNELS, client.pool())
                .origin(context -> client.request(upstream, context.request().getMethod(), target.uri()))
                .addInterceptor(new Forwarding(
                        visit, target, upstream, admission, body, authentication, versions, withdrawals, methods))
                .handle(visit.request());
    }
}
