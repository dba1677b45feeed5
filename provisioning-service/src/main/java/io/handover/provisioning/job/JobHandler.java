package io.handover.provisioning.job;

import io.smallrye.mutiny.Uni;

/** Does one kind of work, in steps that may each run twice. */
public interface JobHandler {

    /** The kind of job it does. */
    String kind();

    /** Does the next step, on a Vert.x context of its own. A failure counts as {@link Progress.Later}. */
    Uni<Progress> work(Job job);
}
