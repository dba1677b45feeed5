package io.handover.provisioning.job;

import io.handover.kit.metric.Survey;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** How much work is due or under way, and for how long: {@code handover_jobs_due}, {@code …_overdue_seconds}. */
@Singleton
class JobSurvey {

    private static final String DUE = """
            select count(*) as due, coalesce(extract(epoch from now() - min(due_at)), 0) as overdue_seconds
            from (select due_at from job where due_at <= now() order by due_at limit 10000) as waiting""";

    @Produces
    @Singleton
    Survey due() {
        return new Survey("handover.jobs", List.of(), DUE);
    }
}
