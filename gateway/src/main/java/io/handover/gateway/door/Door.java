package io.handover.gateway.door;

import io.handover.gateway.address.ClientAddresses;
import io.handover.gateway.credential.Authentication;
import io.handover.gateway.credential.Credential;
import io.handover.gateway.credential.Session;
import io.handover.gateway.document.AllowedMethods;
import io.handover.gateway.document.ApiDocument;
import io.handover.gateway.limit.Limits;
import io.handover.gateway.refusal.Refusal;
import io.handover.gateway.route.RequestTarget;
import io.handover.gateway.route.Routes;
import io.handover.gateway.upstream.Upstream;
import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/** Where every request comes in. Read {@link #admit} and {@link #forward} to know what happens to it. */
@Singleton
class Door {

    /** Only what watches how answers are given comes before. */
    private static final int BEFORE_QUARKUS = Integer.MIN_VALUE + 1;

    private static final Set<String> NEVER = Set.of("TRACE", "CONNECT");

    private final Routes routes;
    private final ClientAddresses addresses;
    private final Limits limits;
    private final Authentication authentication;
    private final BodyReader bodies;
    private final Forwarder forwarder;
    private final Refusals refusals;
    private final AccessLog accessLog;
    private final ApiDocument document;
    private final AllowedMethods methods;
    private final DoorConfig config;

    Door(
            Routes routes,
            ClientAddresses addresses,
            Limits limits,
            Authentication authentication,
            BodyReader bodies,
            Forwarder forwarder,
            Refusals refusals,
            AccessLog accessLog,
            ApiDocument document,
            AllowedMethods methods,
            DoorConfig config) {
        this.routes = routes;
        this.addresses = addresses;
        this.limits = limits;
        this.authentication = authentication;
        this.bodies = bodies;
        this.forwarder = forwarder;
        this.refusals = refusals;
        this.accessLog = accessLog;
        this.document = document;
        this.methods = methods;
        this.config = config;
    }

    void open(@Observes Router router) {
        router.route().order(BEFORE_QUARKUS).handler(this::enter);
    }

    private void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        request.pause();
        Visit visit = new Visit(request);
        accessLog.follow(visit);
        Future.succeededFuture()
                .compose(ignored -> pass(visit))
                .onFailure(failure -> refusals.answer(visit, refusalOf(visit, failure)));
    }

    private Future<Void> pass(Visit visit) {
        HttpServerRequest request = visit.request();
        if (Headers.size(request.headers()) > config.maxHeaders().asLongValue()) {
            throw Refusal.of(431, "REQUEST_INVALID", "The headers are too large.");
        }
        visit.comesFrom(addresses.of(request));
        RequestTarget target = RequestTarget.parse(request.uri());
        if (NEVER.contains(request.method().name())) {
            throw Refusal.methodNotAllowed(methods.at(target).orElse(""));
        }
        if (routes.isOwn(request.method().name(), target)) {
            return bodies.read(visit).compose(_ -> show(visit));
        }
        Upstream upstream = routes.find(target).orElseThrow(() -> Refusal.unknownPath(visit.path()));
        return admit(visit, target).compose(admission -> forward(visit, target, upstream, admission));
    }

    private Future<Void> show(Visit visit) {
        boolean json = "json".equals(visit.request().getParam("format"));
        var response = visit.request().response();
        Headers.dressForClient(response.headers(), visit);
        return response.putHeader(
                        "Content-Type", json ? "application/json; charset=UTF-8" : "application/yaml; charset=UTF-8")
                .end(json ? document.json() : document.yaml());
    }

    private Future<Admission> admit(Visit visit, RequestTarget target) {
        HttpServerRequest request = visit.request();
        if (routes.isOpen(request.method().name(), target)) {
            limits.open().take(visit.clientAddress());
            return Future.succeededFuture(new Admission.Open());
        }
        if (routes.isCallback(request.method().name(), target)) {
            limits.callbacks().take(visit.clientAddress());
            return Future.succeededFuture(new Admission.Open());
        }
        Credential credential = Credential.of(request.headers().getAll("Authorization"), visit.clientAddress());
        return authentication.authenticate(credential).map(session -> known(visit, credential, session));
    }

    private Admission known(Visit visit, Credential credential, Session session) {
        visit.belongsTo(session.accountId());
        limits.requests().take(session.userId());
        return new Admission.Known(credential, session);
    }

    private Future<Void> forward(Visit visit, RequestTarget target, Upstream upstream, Admission admission) {
        return bodies.read(visit)
                .onSuccess(body -> forwarder.forward(visit, target, upstream, admission, body))
                .mapEmpty();
    }

    private static Refusal refusalOf(Visit visit, Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal;
        }
        Log.errorf(failure, "request failed requestId=%s", visit.requestId());
        return Refusal.ourFault();
    }
}
