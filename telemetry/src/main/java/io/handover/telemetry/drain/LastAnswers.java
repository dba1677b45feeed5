package io.handover.telemetry.drain;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Closes each connection with the answer that is given on it once the process was asked to end (RFC 9112, section 9.6).
 * Quarkus decides that when a request comes in, and so leaves a connection open whose request came before and is
 * answered after: the next one would go into a process that is gone.
 */
@Singleton
class LastAnswers {

    /** The order of a route that comes before any that answers. */
    private static final int FIRST = Integer.MIN_VALUE;

    private volatile boolean ending;

    void end(@Observes ShutdownDelayInitiatedEvent asked) {
        ending = true;
    }

    void watch(@Observes Router router) {
        router.route().order(FIRST).handler(this::watch);
    }

    private void watch(RoutingContext exchange) {
        exchange.addHeadersEndHandler(_ -> letGo(exchange.request()));
        exchange.next();
    }

    /** Later versions of HTTP have no such header. */
    private void letGo(HttpServerRequest request) {
        if (ending && request.version() == HttpVersion.HTTP_1_1) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }
}
