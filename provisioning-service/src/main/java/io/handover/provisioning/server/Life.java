package io.handover.provisioning.server;

import io.handover.provisioning.compute.StopRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a server stands, and how it goes on: depends on nothing but what is asked and what its machine does.
 *
 * @param order what its machine is being told
 */
record Life(ServerState state, Optional<PowerOrder> order) {

    /** It is being deployed. */
    static final Life BEGINNING = new Life(ServerState.MAINTENANCE, Optional.empty());

    /**
     * It counts as started at once, and its machine follows.
     *
     * @param async whether it is in maintenance until its machine runs
     */
    Life start(boolean async, Instant now) {
        refuseUnless(ServerState.STOPPED);
        return new Life(async ? ServerState.MAINTENANCE : ServerState.STARTED, Optional.of(PowerOrder.start(now)));
    }

    /** It stays started until its machine has stopped. What is asked last counts: hard, when soft does not help. */
    Life stop(StopRequest how, Instant now) {
        refuseUnless(ServerState.STARTED);
        return new Life(state, Optional.of(PowerOrder.stop(how, now)));
    }

    /** It stays started; one that starts has nothing more to do. */
    Life restart(StopRequest how, Instant now) {
        refuseUnless(ServerState.STARTED);
        if (isTold(Power.STOP)) {
            throw ServerRefusals.stopping();
        }
        return isTold(Power.START) ? this : new Life(state, Optional.of(PowerOrder.restart(how, now)));
    }

    Life deployed() {
        return new Life(ServerState.STARTED, Optional.empty());
    }

    Life deploymentFailed() {
        return new Life(ServerState.ERROR, Optional.empty());
    }

    /** What its machine did about an order; nothing follows if it has been told something else meanwhile. */
    Life after(PowerOrder told, PowerDecision decision) {
        if (!order.equals(Optional.of(told))) {
            return this;
        }
        return switch (decision) {
            case PowerDecision.Obeyed() -> new Life(goal(told.power()), Optional.empty());
            case PowerDecision.Ignored() -> new Life(state, Optional.empty());
            case PowerDecision.Refused() -> new Life(ServerState.ERROR, Optional.empty());
            case PowerDecision.Wait ignored -> this;
        };
    }

    /**
     * What its machine is found to do while nobody told it anything.
     *
     * @param running empty when there is no machine
     */
    Life found(Optional<Boolean> running) {
        if (order.isPresent() || state == ServerState.MAINTENANCE) {
            return this;
        }
        ServerState now = running.map(runs -> runs ? ServerState.STARTED : ServerState.STOPPED)
                .orElse(ServerState.ERROR);
        return new Life(now, order);
    }

    void refuseUnless(ServerState wanted) {
        if (state != wanted) {
            throw ServerRefusals.wrongState(state, wanted);
        }
    }

    private boolean isTold(Power power) {
        return order.filter(told -> told.power() == power).isPresent();
    }

    private static ServerState goal(Power power) {
        return switch (power) {
            case START, RESTART -> ServerState.STARTED;
            case STOP -> ServerState.STOPPED;
        };
    }
}
