package io.handover.chaos.check;

import io.handover.chaos.history.Operation;
import io.handover.chaos.history.Outcome;
import io.handover.chaos.history.Subject;
import io.handover.chaos.history.Thing;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether what was acknowledged is there, and what was refused is not. What nobody knows of may be there or not, and
 * may also have happened after what was acknowledged later.
 */
final class Effects {

    private final List<Operation> operations;
    private final Set<Subject> present;
    private final Set<String> broken;

    /** Servers that ended in error lose what was granted on them, so nothing is said of access to those. */
    Effects(List<Operation> operations, World world) {
        this.operations = operations;
        this.present = world.present();
        this.broken = world.servers().stream()
                .filter(ServerSeen::isBroken)
                .map(ServerSeen::hostname)
                .collect(Collectors.toSet());
    }

    Stream<String> violations() {
        return operations.stream()
                .filter(operation -> operation.makes(operation.subject()) || operation.ends(operation.subject()))
                .map(Operation::subject)
                .distinct()
                .filter(subject -> !broken.contains(subject.name()) || isServer(subject))
                .flatMap(this::violations);
    }

    private Stream<String> violations(Subject subject) {
        boolean mayBeThere = false;
        boolean mayBeMissing = true;
        Operation last = null;
        for (Operation operation : operations) {
            boolean makes = operation.makes(subject);
            if ((!makes && !operation.ends(subject)) || operation.is(Outcome.REFUSED)) {
                continue;
            }
            if (operation.is(Outcome.UNKNOWN)) {
                mayBeThere |= makes;
                mayBeMissing |= !makes;
            } else {
                boolean openMake = isOpen(subject, operation, true);
                boolean openEnd = isOpen(subject, operation, false);
                mayBeThere = makes || openMake;
                mayBeMissing = !makes || openEnd;
                last = operation;
            }
        }
        return judge(subject, mayBeThere, mayBeMissing, String.valueOf(last));
    }

    /** Whether one of the kind began before, and nobody knows whether it still happens. */
    private boolean isOpen(Subject subject, Operation before, boolean making) {
        return operations.stream()
                .filter(each -> each.is(Outcome.UNKNOWN) && each.began().compareTo(before.began()) < 0)
                .anyMatch(each -> making ? each.makes(subject) : each.ends(subject));
    }

    private Stream<String> judge(Subject subject, boolean mayBeThere, boolean mayBeMissing, String last) {
        boolean isThere = present.contains(subject);
        if (isThere && !mayBeThere) {
            return Stream.of("there is " + subject + ", which must not be; last: " + last);
        }
        return !isThere && !mayBeMissing ? Stream.of(subject + " is lost; last: " + last) : Stream.empty();
    }

    private static boolean isServer(Subject subject) {
        return subject.thing() == Thing.SERVER;
    }
}
