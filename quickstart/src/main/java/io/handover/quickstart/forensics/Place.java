package io.handover.quickstart.forensics;

import io.handover.quickstart.search.Findings;
import io.handover.quickstart.search.Hit;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A kind of place, and what was found there.
 *
 * @param planted the names of the canaries that must be found there
 */
record Place(String name, Set<String> planted, Findings findings) {

    /** Those of the planted canaries that were found. */
    Set<String> found() {
        return found(planted);
    }

    /** Those of these texts that were found. */
    Set<String> found(Set<String> texts) {
        return findings.hits().stream().map(Hit::text).filter(texts::contains).collect(Collectors.toUnmodifiableSet());
    }
}
