package io.handover.chaos.check;

import io.handover.chaos.history.Disruption;
import io.handover.chaos.history.Operation;
import io.handover.chaos.history.Outcome;
import io.handover.chaos.history.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether somebody got in after that was over, or was kept out after it was allowed. Requests are judged by when they
 * were sent, and against the last change that was acknowledged before.
 */
final class Doors {

    private final List<Operation> operations;
    private final List<Disruption> disruptions;
    private final List<String> violations = new ArrayList<>();
    private int tried;

    /** Nothing is said of access to servers that are broken. */
    Doors(List<Operation> operations, List<Disruption> disruptions, Set<String> broken) {
        this.operations = operations;
        this.disruptions = disruptions;
        operations.stream()
                .map(Operation::subject)
                .distinct()
                .filter(subject -> !broken.contains(subject.name()))
                .forEach(this::judge);
    }

    /** Who got in through any gateway, and who was kept out by one that remembers the change. */
    List<String> violations() {
        return List.copyOf(violations);
    }

    /** How many requests came in after a door was closed. */
    int tried() {
        return tried;
    }

    private void judge(Subject subject) {
        Operation change = null;
        boolean mayOpen = false;
        boolean mayClose = false;
        for (Operation operation : operations) {
            boolean makes = operation.makes(subject);
            if (makes || operation.ends(subject)) {
                mayOpen |= makes && operation.is(Outcome.UNKNOWN);
                mayClose |= !makes && operation.is(Outcome.UNKNOWN);
                change = operation.is(Outcome.REFUSED) ? change : operation;
            } else if (change != null && operation.tries(subject) && change.is(Outcome.ACKNOWLEDGED)) {
                judge(subject, change, operation, mayOpen, mayClose);
            }
        }
    }

    private void judge(Subject subject, Operation change, Operation request, boolean mayOpen, boolean mayClose) {
        boolean knows = request.gateway() == change.gateway() && !hasForgotten(change, request);
        if (change.ends(subject) && !mayOpen) {
            tried++;
            if (request.is(Outcome.ACKNOWLEDGED)) {
                violations.add("got in: " + request + " after " + change);
            }
        }
        if (change.makes(subject) && !mayClose && knows && request.is(Outcome.REFUSED) && isKeptOut(request)) {
            violations.add("kept out: " + request + " after " + change);
        }
    }

    private boolean hasForgotten(Operation change, Operation request) {
        String gateway = request.gateway() == 0 ? "gateway" : "gateway-" + (request.gateway() + 1);
        return disruptions.stream().anyMatch(each -> each.madeForget(gateway, change.began(), request.ended()));
    }

    /** And not only asked to come again. */
    private static boolean isKeptOut(Operation request) {
        return Set.of(401, 403, 404).contains(request.status());
    }
}
