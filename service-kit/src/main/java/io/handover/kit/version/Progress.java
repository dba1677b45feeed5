package io.handover.kit.version;

import io.handover.events.Topics;
import io.handover.kit.refusal.Refusal;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How far this service has come with what others say of an account. */
@ApplicationScoped
class Progress {

    private static final Duration WAIT_STEP = Duration.ofMillis(15);
    private static final String SESSIONS = Topics.IDENTITY_ACCOUNT.name();

    private static final String STANDING = """
            select
                exists (
                    select from unnest($2::text[], $3::text[], $4::bigint[]) as wanted (topic, consumer, version)
                    where wanted.version > greatest(
                        (select seen.version from projection_version seen
                         where seen.account_id = $1 and seen.topic = wanted.topic and seen.consumer = wanted.consumer),
                        (select seen.version from account_version_seen seen
                         where seen.account_id = $1 and seen.topic = wanted.topic),
                        0)),
                greatest(
                    (select max(withdrawn) from projection_version where account_id = $1 and topic = $5),
                    (select withdrawn from account_version where account_id = $1 and topic = $5),
                    0)""";

    private final List<Projection> projections;
    private final VersionConfig config;
    private final Pool pool;
    private final Vertx vertx;

    Progress(@All List<Projection> projections, VersionConfig config, Pool pool, Vertx vertx) {
        this.projections = projections;
        this.config = config;
        this.pool = pool;
        this.vertx = vertx;
    }

    /**
     * Waits until every projection that this service's answers depend on has come to these versions.
     *
     * @return the account's latest version on identity-service's topic that took away what somebody could do: sessions
     *     of before are over; fails with a {@link Refusal} (503) after the configured patience
     */
    Uni<Long> await(UUID account, AccountVersionHeader versions) {
        Set<String> topics = config.awaits().orElse(Set.of());
        List<Wanted> wanted = projections.stream()
                .filter(projection -> topics.contains(projection.topic().name()))
                .flatMap(projection -> Wanted.of(projection, versions.versions()).stream())
                .toList();
        return await(account, wanted, (int) config.patience().dividedBy(WAIT_STEP));
    }

    private Uni<Long> await(UUID account, List<Wanted> wanted, int attempts) {
        return standing(account, wanted).chain(standing -> {
            if (!standing.behind()) {
                return Uni.createFrom().item(standing.withdrawn());
            }
            if (attempts == 0) {
                return Uni.createFrom().failure(Refusal.busy("Your latest change is still on its way. Try again."));
            }
            return Uni.createFrom()
                    .<Void>emitter(step -> vertx.setTimer(WAIT_STEP.toMillis(), ignored -> step.complete(null)))
                    .chain(() -> await(account, wanted, attempts - 1));
        });
    }

    private Uni<Standing> standing(UUID account, List<Wanted> wanted) {
        return pool.preparedQuery(STANDING)
                .execute(Tuple.of(
                        account,
                        wanted.stream().map(Wanted::topic).toArray(String[]::new),
                        wanted.stream().map(Wanted::projection).toArray(String[]::new),
                        wanted.stream().map(Wanted::version).toArray(Long[]::new),
                        SESSIONS))
                .map(rows -> Standing.of(rows.iterator().next()));
    }

    private record Wanted(String topic, String projection, Long version) {

        static List<Wanted> of(Projection projection, Map<String, Long> versions) {
            String topic = projection.topic().name();
            Long version = versions.get(topic);
            return version == null ? List.of() : List.of(new Wanted(topic, projection.name(), version));
        }
    }

    private record Standing(boolean behind, long withdrawn) {

        static Standing of(Row row) {
            return new Standing(row.getBoolean(0), row.getLong(1));
        }
    }
}
