package io.handover.chaos.client;

import io.handover.chaos.history.History;
import io.handover.chaos.history.Kind;
import io.handover.chaos.history.Operation;
import io.handover.chaos.history.Subject;
import java.time.Duration;
import java.util.function.Supplier;

/** Sends requests and writes down what came of them. */
final class Scribe {

    private final Gateways gateways;
    private final History history;
    private final Supplier<Duration> clock;

    Scribe(Gateways gateways, History history, Supplier<Duration> clock) {
        this.gateways = gateways;
        this.history = history;
        this.clock = clock;
    }

    int gateways() {
        return gateways.count();
    }

    /** Sends a request that is no part of the history. */
    Answer ask(Request request, int gateway) {
        return gateways.send(request, gateway);
    }

    Answer send(Kind kind, Subject subject, Request request, int gateway) {
        Duration began = clock.get();
        Answer answer = gateways.send(request, gateway);
        history.add(new Operation(kind, subject, gateway, began, clock.get(), answer.outcome(), answer.status()));
        return answer;
    }
}
