package io.handover.gateway.door;

import io.handover.gateway.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes a request's body in whole before any service sees it: a service is never kept busy by a slow client, and a
 * request can be sent a second time.
 */
@Singleton
final class BodyReader {

    private final Vertx vertx;
    private final DoorConfig config;
    private final BodyRoom room;

    BodyReader(Vertx vertx, DoorConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.room = new BodyRoom(config.maxBodies().asLongValue());
    }

    /**
     * Fails with {@link Refusal}: 413 too large, 408 too slow, 400 incomplete, 501 in an unknown coding, 503 when
     * others send too much.
     */
    Future<Buffer> read(Visit visit) {
        HttpServerRequest request = visit.request();
        long max = config.maxBody().asLongValue();
        if (hasUnknownCoding(request)) {
            return Future.failedFuture(Refusal.of(501, "REQUEST_INVALID", "Only chunked transfer coding is known."));
        }
        if (declaredLength(request).filter(length -> length > max).isPresent()) {
            return Future.failedFuture(tooLarge());
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        return collect(visit, max);
    }

    private Future<Buffer> collect(Visit visit, long max) {
        HttpServerRequest request = visit.request();
        Promise<Buffer> whole = Promise.promise();
        long timer = vertx.setTimer(config.bodyTimeout().toMillis(), ignored -> whole.tryFail(tooSlow()));
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() > max) {
                whole.tryFail(tooLarge());
            } else if (!room.take(chunk.length())) {
                whole.tryFail(Refusal.noRoom());
            } else {
                body.appendBuffer(chunk);
            }
        });
        visit.end().onComplete(_ -> room.giveBack(body.length()));
        request.exceptionHandler(ignored -> whole.tryFail(incomplete()));
        request.endHandler(ignored -> whole.tryComplete(body));
        request.resume();
        return whole.future().onComplete(ignored -> vertx.cancelTimer(timer));
    }

    private Refusal tooLarge() {
        return Refusal.of(
                413,
                "REQUEST_INVALID",
                "The body is larger than " + config.maxBody().asLongValue() + " bytes.");
    }

    private static Refusal incomplete() {
        return Refusal.malformed("The body did not arrive whole.");
    }

    private static Refusal tooSlow() {
        return Refusal.of(408, "REQUEST_INVALID", "The body did not arrive in time.");
    }

    private static boolean hasUnknownCoding(HttpServerRequest request) {
        String coding = String.join(",", request.headers().getAll("Transfer-Encoding"));
        return !coding.isEmpty() && !coding.toLowerCase(Locale.ROOT).equals("chunked");
    }

    private static Optional<Long> declaredLength(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader("Content-Length"))
                .map(length -> length.matches("\\d{1,18}") ? Long.parseLong(length) : Long.MAX_VALUE);
    }
}
