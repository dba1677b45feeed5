package io.handover.kit.outbox;

import io.handover.kit.metric.Survey;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** How much waits to be published, and for how long: {@code handover_outbox_events}, {@code …_oldest_seconds}. */
@Singleton
class OutboxSurvey {

    /** Counts no further than there are problems enough; reads the index of the oldest. */
    private static final String WAITING = """
            select count(*) as events,
                   coalesce(extract(epoch from now() - min(occurred_at)), 0) as oldest_seconds
            from (select occurred_at from outbox order by position limit 10000) as waiting""";

    @Produces
    @Singleton
    Survey waiting() {
        return new Survey("handover.outbox", List.of(), WAITING);
    }
}
