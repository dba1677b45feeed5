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
            insert into account_version (account_id, topic, version) values (:account, :topic, 1)
            on conflict (account_id, topic) do update set version = account_version.version + 1
            returning version""";

    private static final String HOLD = """
            insert into account_version (account_id, topic, version) values (:account, :topic, 0)
            on conflict (account_id, topic) do update set version = account_version.version""";

    private static final String SEEN = """
            insert into account_version_seen (account_id, topic, version) values (:account, :topic, :version)
            on conflict (account_id, topic) do update set version = greatest(account_version_seen.version, excluded.version)""";

    private static final String HOW_FAR = """
            select version from account_version_seen where account_id = :account and topic = :topic""";

    private final RequestVersions request;

    AccountVersions(RequestVersions request) {
        this.request = request;
    }

    /**
     * The next number of an account's events on a topic. The row stays locked until the transaction ends: numbers are
     * committed in their order, and the writes of one account wait for each other.
     */
    public Uni<Long> next(UUID account, Topic<?> topic) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEXT, Long.class)
                        .setParameter("account", account)
                        .setParameter("topic", topic.name())
                        .getSingleResult())
                .invoke(version -> request.advanced(topic, version));
    }

    /** Waits for what is being said of an account on a topic; what is said next waits for the present transaction. */
    public Uni<Void> hold(UUID account, Topic<?> topic) {
        return Sql.execute(HOLD, Map.of("account", account, "topic", topic.name()));
    }

    /** Records that this service has applied an account's events of a topic up to a number. */
    public Uni<Void> seen(UUID account, Topic<?> topic, long version) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SEEN)
                        .setParameter("account", account)
                        .setParameter("topic", topic.name())
                        .setParameter("version", version)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * Names in the answer how far this service has come on a topic: for a request that waited for what another service
     * did, so that the next request waits for it everywhere. Needs a session.
     */
    public Uni<Void> tell(UUID account, Topic<?> topic) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(HOW_FAR, Long.class)
                        .setParameter("account", account)
                        .setParameter("topic", topic.name())
                        .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .invoke(version -> request.advanced(topic, version))
                .replaceWithVoid();
    }
}
