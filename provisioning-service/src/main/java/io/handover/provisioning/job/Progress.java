package io.handover.provisioning.job;

import java.time.Duration;

/** How a step ended. */
public sealed interface Progress {

    /** Nothing is left to do. */
    record Done() implements Progress {}

    /** The next step can begin at once. */
    record Next() implements Progress {}

    /** The same step is to be tried again, after a pause. */
    record Again(Duration after) implements Progress {}

    /** The same step is to be tried again, after a pause that grows from time to time. */
    record Later() implements Progress {}
}
