package io.handover.kit.deadletter;

import io.handover.kit.metric.Survey;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** How many events are put aside, and since when: {@code handover_dead_letters_{parked,waiting,oldest_seconds}}. */
@Singleton
class DeadLetterSurvey {

    private static final String LETTERS = """
            select count(cause) as parked, count(*) - count(cause) as waiting,
                   coalesce(extract(epoch from now() - min(said_at)), 0) as oldest_seconds
            from (select cause, said_at from dead_letter order by position limit 10000) as letters""";

    @Produces
    @Singleton
    Survey letters() {
        return new Survey("handover.dead.letters", List.of(), LETTERS);
    }
}
