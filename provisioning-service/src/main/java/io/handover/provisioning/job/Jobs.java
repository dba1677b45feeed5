package io.handover.provisioning.job;

import io.handover.kit.ambient.Ids;
import io.handover.kit.trace.Traces;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Where work is put down. */
@ApplicationScoped
public class Jobs {

    private static final String PUT = """
            insert into job (job_id, kind, subject_id, traceparent)
            values (:id, :kind, :subject, nullif(:traceparent, ''))
            on conflict on constraint job_is_one_of_a_kind
            do update set asked = job.asked + 1, due_at = now(), traceparent = excluded.traceparent""";

    private final JobRunner runner;
    private final Traces traces;
    private final Ids ids;

    Jobs(JobRunner runner, Traces traces, Ids ids) {
        this.runner = runner;
        this.traces = traces;
        this.ids = ids;
    }

    /** Puts work down in the present transaction; what somebody works on already will be done once more. */
    public Uni<Void> put(String kind, UUID subjectId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PUT)
                        .setParameter("id", ids.timeOrdered())
                        .setParameter("kind", kind)
                        .setParameter("subject", subjectId)
                        .setParameter("traceparent", traces.current().orElse(""))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Tells, after the commit, that there is work: without it, the runner looks a moment later by itself. */
    public void wake() {
        runner.wake();
    }
}
