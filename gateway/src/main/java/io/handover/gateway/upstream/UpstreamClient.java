package io.handover.gateway.upstream;

import io.handover.gateway.refusal.Refusal;
import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeoutException;

/** Connections to the services, pooled and bounded in number and time. */
@Singleton
public final class UpstreamClient {

    private static final int WAITING_MAX = 1_000;
    // Below what any server keeps an idle connection for, and below the shutdown delay of services: a replica that ends
    // closes connections with its answers meanwhile, and none is left in the end for a request to go into.
    private static final int KEEP_ALIVE_SECONDS = 5;

    private final HttpClient client;
    private final UpstreamConfig config;

    UpstreamClient(Vertx vertx, UpstreamConfig config) {
        this.config = config;
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxWaitQueueSize(WAITING_MAX);
        client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(config.connections()));
    }

    /** A request that has a connection; {@link Refusal#unavailable} when there is none to be had in time. */
    public Future<HttpClientRequest> request(Upstream upstream, HttpMethod method, String uri) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(upstream.url().getHost())
                .setPort(upstream.port())
                .setSsl(upstream.isEncrypted())
                .setURI(uri)
                .setConnectTimeout(config.connectTimeout().toMillis())
                .setIdleTimeout(config.responseTimeout().toMillis());
        return client.request(options).recover(failure -> {
            Log.warnf("upstream unreachable upstream=%s error=%s", upstream.name(), failure.getMessage());
            return Future.failedFuture(Refusal.unavailable());
        });
    }

    /** What to tell a client whose request had a connection and got no answer. */
    public static Refusal refusalOf(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> refusal;
            case TimeoutException late -> Refusal.answerLate();
            default -> Refusal.answerLost();
        };
    }

    /** Whether a request had a connection, and that ended before there was an answer. */
    public static boolean isConnectionLost(Throwable failure) {
        return !(failure instanceof Refusal || failure instanceof TimeoutException);
    }

    /** The pool, for a proxy that makes its requests through {@link #request}. */
    public HttpClient pool() {
        return client;
    }
}
