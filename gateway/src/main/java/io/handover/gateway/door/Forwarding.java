package io.handover.gateway.door;

import io.handover.gateway.credential.Authentication;
import io.handover.gateway.credential.Session;
import io.handover.gateway.document.AllowedMethods;
import io.handover.gateway.refusal.Refusal;
import io.handover.gateway.route.RequestTarget;
import io.handover.gateway.upstream.Upstream;
import io.handover.gateway.upstream.UpstreamClient;
import io.handover.gateway.version.AccountVersions;
import io.handover.gateway.version.Withdrawals;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One visit's way to its service and back. */
final class Forwarding implements ProxyInterceptor {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int REDIRECTION = 300;
    private static final int CLIENT_ERROR = 400;
    private static final int UNAUTHENTICATED = 401;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final Visit visit;
    private final RequestTarget target;
    private final Upstream upstream;
    private final Admission admission;
    private final Buffer body;
    private final Authentication authentication;
    private final AccountVersions versions;
    private final Withdrawals withdrawals;
    private final AllowedMethods methods;

    Forwarding(
            Visit visit,
            RequestTarget target,
            Upstream upstream,
            Admission admission,
            Buffer body,
            Authentication authentication,
            AccountVersions versions,
            Withdrawals withdrawals,
            AllowedMethods methods) {
        this.visit = visit;
        this.target = target;
        this.upstream = upstream;
        this.admission = admission;
        this.body = body;
        this.authentication = authentication;
        this.versions = versions;
        this.withdrawals = withdrawals;
        this.methods = methods;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return send(context)
                .recover(failure -> mayBeSentAgain(failure) ? send(context) : Future.failedFuture(failure))
                .compose(answer -> isOurTokenRefused(answer) ? sendAgain(context, answer) : whole(answer))
                .map(this::forgetChangedCredentials)
                .recover(failure -> Future.succeededFuture(lost(context.request(), failure)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse answer = context.response();
        visit.accountId()
                .ifPresent(account -> versions.told(account, answer.headers().get(AccountVersions.HEADER)));
        return awaitForce(answer)
                .otherwise(failure -> {
                    Refusals.instead(answer, visit, UpstreamClient.refusalOf(failure));
                    return null;
                })
                .compose(_ -> passOn(context, answer));
    }

    /** What was withdrawn is answered when it is withdrawn everywhere. */
    private Future<Void> awaitForce(ProxyResponse answer) {
        Optional<String> withdrawn = Optional.ofNullable(answer.headers().get(Withdrawals.HEADER));
        return visit.accountId()
                .flatMap(account -> withdrawn.map(versions -> withdrawals.inForce(account, versions)))
                .orElse(Future.succeededFuture());
    }

    private Future<Void> passOn(ProxyContext context, ProxyResponse answer) {
        if (answer.getStatusCode() >= CLIENT_ERROR && !isJson(answer)) {
            Refusals.instead(answer, visit, translate(answer.getStatusCode()));
        }
        if (answer.getStatusCode() == NO_CONTENT) {
            answer.headers().remove("Content-Length").remove("Content-Type");
        }
        if (answer.getStatusCode() == METHOD_NOT_ALLOWED
                || visit.request().method().equals(HttpMethod.OPTIONS)) {
            methods.at(target).ifPresent(allowed -> answer.putHeader("Allow", allowed));
        }
        Headers.hideOrigin(answer.headers());
        Headers.dressForClient(answer.headers(), visit);
        return context.sendResponse();
    }

    private Future<ProxyResponse> send(ProxyContext context) {
        return send(context, admission instanceof Admission.Known known ? known.session() : null);
    }

    private Future<ProxyResponse> send(ProxyContext context, @Nullable Session session) {
        ProxyRequest request = context.request();
        Headers.dressForService(
                request.headers(), visit, session, visit.accountId().flatMap(versions::headerFor));
        // The proxy would send the target as the client wrote it, which may name another host.
        request.setURI(target.uri()).setBody(body.length() == 0 ? null : Body.body(body));
        return context.sendRequest();
    }

    private boolean isOurTokenRefused(ProxyResponse answer) {
        return answer.getStatusCode() == UNAUTHENTICATED && admission instanceof Admission.Known;
    }

    /** A connection may end with its replica while a request goes into it; what only reads can be asked of another. */
    private boolean mayBeSentAgain(Throwable failure) {
        return visit.isSafe() && UpstreamClient.isConnectionLost(failure);
    }

    /** The signing keys may have changed under a remembered session; a fresh one must do. */
    private Future<ProxyResponse> sendAgain(ProxyContext context, ProxyResponse refused) {
        refused.release();
        if (!(admission instanceof Admission.Known known)) {
            return Future.failedFuture(Refusal.unavailable());
        }
        return authentication
                .renew(known.credential(), known.session())
                .compose(session -> send(context, session))
                .compose(answer -> isOurTokenRefused(answer) ? refuseForGood(answer) : whole(answer));
    }

    private static Future<ProxyResponse> refuseForGood(ProxyResponse answer) {
        answer.release();
        return Future.failedFuture(Refusal.unavailable());
    }

    private static Future<ProxyResponse> whole(ProxyResponse answer) {
        return Future.succeededFuture(answer);
    }

    /** Before the answer is passed on, so that whoever reads it can rely on it. */
    private ProxyResponse forgetChangedCredentials(ProxyResponse answer) {
        if (answer.getStatusCode() >= OK && answer.getStatusCode() < REDIRECTION) {
            forgetCredentials();
        }
        return answer;
    }

    private ProxyResponse lost(ProxyRequest request, Throwable failure) {
        // What was asked for may have happened all the same.
        forgetCredentials();
        return Refusals.instead(request.response(), visit, UpstreamClient.refusalOf(failure));
    }

    private void forgetCredentials() {
        if (upstream.ownsCredentials() && !visit.isSafe()) {
            visit.accountId().ifPresent(authentication::forget);
        }
    }

    private static boolean isJson(ProxyResponse answer) {
        String type = answer.headers().get("Content-Type");
        return type != null && type.matches("(?i)application/([a-z0-9.-]+\\+)?json\\b.*");
    }

    private Refusal translate(int status) {
        return switch (status) {
            case 404 -> Refusal.unknownPath(visit.path());
            case 405 -> Refusal.of(405, "METHOD_NOT_ALLOWED", visit.path() + " does not answer this method.");
            case 501 -> Refusal.of(501, "METHOD_NOT_ALLOWED", "This method is not known.");
            case 503 -> Refusal.unavailable();
            default ->
                status < 500
                        ? Refusal.of(status, "REQUEST_INVALID", "The request was refused.")
                        : Refusal.of(status, "SERVICE_ERROR", "The service could not fulfil the request.");
        };
    }
}
