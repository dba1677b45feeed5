package io.handover.quickstart.forensics;

import java.util.stream.Stream;

/**
 * What an attacker came to.
 *
 * @param copies of delivery keys that the attacker has
 * @param keys that wrap delivery keys, and that the attacker has
 * @param finished boxes of deliveries that have ended
 * @param finishedOpened and how many of them opened
 * @param pending boxes of deliveries that have not
 * @param pendingOpened and how many of them opened
 */
record Attack(int copies, int keys, int finished, int finishedOpened, int pending, int pendingOpened) {

    /** What must not be; empty when all is well. */
    Stream<String> failures() {
        return Stream.concat(
                Stream.of("%d boxes of finished deliveries can be opened.".formatted(finishedOpened))
                        .filter(_ -> finishedOpened > 0),
                Stream.of("The attack proves nothing: " + this)
                        .filter(_ -> finished == 0 || pending == 0 || pendingOpened < pending));
    }

    @Override
    public String toString() {
        return ("with %d copies of delivery keys and %d key-encryption keys that are left, the attacker opens %d of %d"
                        + " finished boxes and %d of %d pending ones")
                .formatted(copies, keys, finishedOpened, finished, pendingOpened, pending);
    }
}
