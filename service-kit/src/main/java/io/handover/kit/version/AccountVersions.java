package io.handover.kit.version;

import io.handover.events.Topic;
import io.handover.kit.sql.Sql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/**
 * Numbers an account's events, topic by topic, and remembers how far each projection has come. Inside the caller's
 * transaction, so that a number is taken if and only if its event is written.
 */
@ApplicationScoped
public class AccountVersions {

    private static final String NEXT = """
            insert into account_version (account_id, topic, version, withdrawn)
            values (:account, :topic, 1, cast(cast(:withdraws as boolean) as int))
            on conflict (account_id, topic) do update set
                version = account_version.version + 1,
                withdrawn = case when :withdraws then account_version.version + 1 else account_version.withdrawn end
            returning version""";

    private static final String HOLD = """
            insert into account_version (account_id, topic, version) values (:account, :topic, 0)
            on conflict (account_id, topic) do update set version = account_version.version""";

    private static final String SEEN = """
            insert into projection_version (account_id, topic, consumer, version, withdrawn)
            values (:account, :topic, :consumer, :version, :withdrawn)
            on conflict (account_id, topic, consumer) do update set
                version = greatest(projection_version.version, excluded.version),
                withdrawn = greatest(projection_version.withdrawn, excluded.withdrawn)""";

    private static final String HOW_FAR = """
            select max(version) from projection_version where account_id = :account and topic = :topic""";

    private final RequestVersions request;

    AccountVersions(RequestVersions request) {
        this.request = request;
    }

    /**
     * The next number of an account's events on a topic. The row stays locked until the transaction ends: numbers are
     * committed in their order, and the writes of one account wait for each other.
     *
     * @param withdraws whether the event takes away what somebody could do
     */
    public Uni<Long> next(UUID account, Topic<?> topic, boolean withdraws) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEXT, Long.class)
                        .setParameter("account", account)
                        .setParameter("topic", topic.name())
                        .setParameter("withdraws", withdraws)
                        .getSingleResult())
                .invoke(version -> request.advanced(topic, version, withdraws));
    }

    /** Waits for what is being said of an account on a topic; what is said next waits for the present transaction. */
    public Uni<Void> hold(UUID account, Topic<?> topic) {
        return Sql.execute(HOLD, Map.of("account", account, "topic", topic.name()));
    }

    /**
     * Records that a projection has applied an account's events up to a number.
     *
     * @param withdraws whether that one takes away what somebody could do
     */
    public Uni<Void> seen(Projection projection, UUID account, long version, boolean withdraws) {
        return Sql.execute(
                SEEN,
                Map.of(
                        "account",
                        account,
                        "topic",
                        projection.topic().name(),
                        "consumer",
                        projection.name(),
                        "version",
                        version,
                        "withdrawn",
                        withdraws ? version : 0L));
    }

    /**
     * Names in the answer how far this service has come on a topic: for a request that waited for what another service
     * did, so that the answer waits until that is known everywhere. Needs a session.
     */
    public Uni<Void> tell(UUID account, Topic<?> topic) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(HOW_FAR, Long.class)
                        .setParameter("account", account)
                        .setParameter("topic", topic.name())
                        .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .invoke(version -> request.advanced(topic, version, true))
                .replaceWithVoid();
    }
}
