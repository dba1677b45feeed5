package io.handover.notification.delivery;

import io.handover.kit.metric.Survey;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** How many passwords are on their way, and since when: {@code handover_deliveries_live}, {@code …_oldest_seconds}. */
@Singleton
class DeliverySurvey {

    /** Reads those that live, by their index; nobody counts what ended. */
    private static final String BY_STATE = """
            select states.state, count(d.delivery_id) as live,
                   coalesce(extract(epoch from now() - min(d.created_at)), 0) as oldest_seconds
            from (values ('awaiting'), ('sending')) as states (state)
            left join (select delivery_id, state, created_at from delivery
                       where ended_at is null order by due_at limit 10000) d on d.state = states.state
            group by states.state""";

    @Produces
    @Singleton
    Survey byState() {
        return new Survey("handover.deliveries", List.of("state"), BY_STATE);
    }
}
