package io.handover.provisioning.server;

import io.handover.kit.access.AccessGrants;
import io.handover.kit.caller.Caller;
import io.handover.provisioning.label.Labels;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;

@ApplicationScoped
class ServerRepository {

    private static final String VISIBLE = "select s.* from server s where s.account_id = :account and (:main or "
            + AccessGrants.mayControlServer("s.server_id") + ")";

    Uni<Void> persist(Server server) {
        return Panache.getSession().chain(session -> session.persist(server).call(session::flush));
    }

    /** With what was granted on it: no id comes twice. */
    Uni<Void> remove(Server server) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from access_grant where target_type = 'server' and target_identifier = :server")
                        .setParameter("server", server.id().toString())
                        .executeUpdate()
                        .chain(() -> session.remove(server)));
    }

    Uni<Optional<Server>> find(UUID serverId) {
        return Panache.getSession()
                .chain(session -> session.find(Server.class, serverId))
                .map(Optional::ofNullable);
    }

    /** To change it: who else wants to waits until this transaction ends. */
    Uni<Optional<Server>> lock(UUID serverId) {
        return Panache.getSession()
                .chain(session -> session.find(Server.class, serverId, LockMode.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }

    Uni<ServerLimits.Used> used(UUID accountId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select sum(s.coreNumber), sum(s.memoryAmount) from Server s where s.accountId = :account",
                                Object[].class)
                        .setParameter("account", accountId)
                        .getSingleResult())
                .map(sums -> new ServerLimits.Used(((Number) sums[0]).longValue(), ((Number) sums[1]).longValue()));
    }

    Uni<List<Server>> visibleTo(Caller caller, List<String> labels) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                VISIBLE + " and cast(s.labels as jsonb) @> cast(cast(:labels as text) as jsonb)"
                                        + " order by s.created_at, s.server_id",
                                Server.class)
                        .setParameter("account", caller.accountId())
                        .setParameter("main", caller.main())
                        .setParameter("user", caller.userId())
                        .setParameter("labels", Labels.filter(labels))
                        .getResultList());
    }

    Uni<Boolean> isVisibleTo(Caller caller, UUID serverId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(VISIBLE + " and s.server_id = :server", Server.class)
                        .setParameter("account", caller.accountId())
                        .setParameter("main", caller.main())
                        .setParameter("user", caller.userId())
                        .setParameter("server", serverId)
                        .getResultList())
                .map(found -> !found.isEmpty());
    }
}
