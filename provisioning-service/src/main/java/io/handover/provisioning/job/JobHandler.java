package io.handover.provisioning.job;

import io.handover.kit.work.OwnContext;
import io.smallrye.mutiny.Uni;

/** Does one kind of work, in steps that may each run twice. */
public interface JobHandler {

    /** The kind of job it does. */
    String kind();

    /**
     * Does the next step. A failure counts as {@link Progress.Later}.
     *
     * @param own where it begins, and must be whenever it opens a session
     */
    Uni<Progress> work(Job job, OwnContext own);
}
