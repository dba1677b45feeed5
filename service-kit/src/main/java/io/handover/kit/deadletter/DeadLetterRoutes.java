package io.handover.kit.deadletter;

import io.handover.kit.inbox.DeadLetters;
import io.handover.kit.inbox.Released;
import io.handover.kit.operator.Operators;
import io.handover.kit.refusal.ErrorShape;
import io.handover.kit.refusal.Refusal;
import io.handover.kit.work.OwnContext;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.ManagementInterface;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * For operators, on the management port: {@code GET /q/dead-letters}, {@code POST /q/dead-letters/{id}/replay} and
 * {@code DELETE /q/dead-letters/{id}}.
 */
@ApplicationScoped
class DeadLetterRoutes {

    private static final String ALL = "/q/dead-letters";
    private static final String ONE = ALL + "/:id";

    private final Operators operators;
    private final DeadLetterList list;
    private final DeadLetters letters;
    private final Vertx vertx;

    DeadLetterRoutes(Operators operators, DeadLetterList list, DeadLetters letters, Vertx vertx) {
        this.operators = operators;
        this.list = list;
        this.letters = letters;
        this.vertx = vertx;
    }

    void register(@Observes ManagementInterface management) {
        var router = management.router();
        router.get(ALL).handler(request -> answer(request, list::read));
        router.post(ONE + "/replay")
                .handler(request ->
                        answer(request, () -> letters.replay(id(request)).map(DeadLetterRoutes::body)));
        router.delete(ONE)
                .handler(request ->
                        answer(request, () -> letters.drop(id(request)).map(DeadLetterRoutes::body)));
    }

    private void answer(RoutingContext request, Supplier<Uni<JsonObject>> work) {
        OwnContext.run(
                vertx,
                own -> Uni.createFrom().deferred(() -> ask(request, work)),
                body -> send(request, 200, "application/json", body.encode()),
                failure -> refuse(request, failure));
    }

    private Uni<JsonObject> ask(RoutingContext request, Supplier<Uni<JsonObject>> work) {
        operators.require(request.request().getHeader(HttpHeaders.AUTHORIZATION));
        return work.get();
    }

    private static UUID id(RoutingContext request) {
        String id = request.pathParam("id");
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.invalid("DEAD_LETTER_ID_INVALID", "id: must be a UUID.");
        }
    }

    private static JsonObject body(Released released) {
        var body = new JsonObject().put("applied", released.applied());
        released.failed()
                .ifPresent(failed -> body.put(
                        "failed",
                        new JsonObject().put("id", failed.id().toString()).put("cause", failed.cause())));
        return body;
    }

    private static void refuse(RoutingContext request, Throwable failure) {
        Refusal refusal = failure instanceof Refusal refused ? refused : busy(failure);
        send(
                request,
                refusal.status(),
                ErrorShape.PROBLEM.contentType(),
                ErrorShape.PROBLEM.body(refusal, null).toString());
    }

    private static Refusal busy(Throwable failure) {
        Log.warnf("dead letters are out of reach error=%s", failure.getClass().getSimpleName());
        return Refusal.busy("The database is away, or something else is. List what is left, and try again.");
    }

    private static void send(RoutingContext request, int status, String contentType, String body) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body);
    }
}
