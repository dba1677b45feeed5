package io.handover.kit.outbox;

import io.handover.events.Event;
import io.handover.events.Topic;
import io.handover.kit.ambient.Ids;
import io.handover.kit.event.CloudEventHeaders;
import io.handover.kit.event.EventCodec;
import io.handover.kit.origin.CurrentOrigin;
import io.handover.kit.origin.Origin;
import io.handover.kit.refusal.Refusal;
import io.handover.kit.trace.Traces;
import io.handover.kit.version.AccountVersions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The only way out for a fact: recorded in the transaction of the change it tells of, published after the commit. */
@ApplicationScoped
public class Outbox {

    private static final String RECORD = """
            insert into outbox (event_id, topic, record_key, type, subject, occurred_at, account_id, account_version,
                                actor, actor_token, client_address, traceparent, data)
            select cast(:id as uuid), :topic, :key, :type, :subject, cast(:time as timestamptz),
                   cast(nullif(:account, '') as uuid), cast(:version as bigint), nullif(:actor, ''),
                   cast(nullif(:token, '') as uuid), nullif(:address, ''), nullif(:traceparent, ''), :data
            where not (cast(:asked as boolean) and exists (
                select from closed_account where account_id = cast(nullif(:account, '') as uuid)))""";

    private final AccountVersions versions;
    private final CurrentOrigin origin;
    private final Traces traces;
    private final Ids ids;
    private final Clock clock;

    Outbox(AccountVersions versions, CurrentOrigin origin, Traces traces, Ids ids, Clock clock) {
        this.versions = versions;
        this.origin = origin;
        this.traces = traces;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records an event; needs a transaction. Events of one key are published in the order they were recorded. Its
     * origin is that of the request, or of the event whose effect this is. A request of an account that is closed by
     * now is refused.
     */
    public <E extends Event> Uni<Void> record(Topic<E> topic, E event) {
        return record(topic, event, origin.get(), origin.isAsked());
    }

    /** Records an event of an origin that no access token tells. */
    public <E extends Event> Uni<Void> record(Topic<E> topic, E event, Origin cause) {
        return record(topic, event, cause, false);
    }

    private <E extends Event> Uni<Void> record(Topic<E> topic, E event, Origin cause, boolean asked) {
        Optional<UUID> account = CloudEventHeaders.accountOf(event);
        return account.map(id -> versions.next(id, topic, event.withdraws()))
                .orElse(Uni.createFrom().item(0L))
                .chain(version -> insert(topic, event, account, version, cause, asked));
    }

    private <E extends Event> Uni<Void> insert(
            Topic<E> topic, E event, Optional<UUID> account, long version, Origin cause, boolean asked) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RECORD)
                        .setParameter("id", ids.timeOrdered())
                        .setParameter("topic", topic.name())
                        .setParameter("key", event.key())
                        .setParameter("type", topic.typeOf(event))
                        .setParameter("subject", event.subject())
                        .setParameter("time", clock.instant())
                        .setParameter("account", account.map(UUID::toString).orElse(""))
                        .setParameter("version", version)
                        .setParameter("actor", cause.actor().orElse(""))
                        .setParameter(
                                "token", cause.actorToken().map(UUID::toString).orElse(""))
                        .setParameter("address", cause.clientAddress().orElse(""))
                        .setParameter("traceparent", traces.current().orElse(""))
                        .setParameter("data", EventCodec.write(event))
                        .setParameter("asked", asked)
                        .executeUpdate())
                .invoke(recorded -> {
                    if (recorded == 0) {
                        throw Refusal.of(401, "AUTHENTICATION_FAILED", "The account is closed.");
                    }
                })
                .replaceWithVoid();
    }
}
