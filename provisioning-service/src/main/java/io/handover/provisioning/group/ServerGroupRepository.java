package io.handover.provisioning.group;

import io.handover.kit.access.AccessGrants;
import io.handover.kit.caller.Caller;
import io.handover.kit.sql.Sql;
import io.handover.provisioning.label.Labels;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;

@ApplicationScoped
class ServerGroupRepository {

    private static final String LIST = """
            select g.* from server_group g
            where g.account_id = :account
              and (cast(:labels as text[]) = '{}' or label_terms(g.labels) @> cast(:labels as text[]))
            order by g.created_at, g.group_id""";

    private static final String MEMBERS = """
            select s.server_group, s.server_id, s.zone from server s
            where s.account_id = :account and s.server_group is not null and (:main or %s)
            order by s.created_at, s.server_id""".formatted(AccessGrants.mayControlServer("s.server_id"));

    Uni<Void> persist(ServerGroup group) {
        return Panache.getSession().chain(session -> session.persist(group).call(session::flush));
    }

    Uni<Void> remove(ServerGroup group) {
        return Panache.getSession().chain(session -> session.remove(group));
    }

    Uni<Optional<ServerGroup>> find(UUID groupId) {
        return Panache.getSession()
                .chain(session -> session.find(ServerGroup.class, groupId))
                .map(Optional::ofNullable);
    }

    /** To change it: who else wants to waits until this transaction ends. */
    Uni<Optional<ServerGroup>> lock(UUID groupId) {
        return Panache.getSession()
                .chain(session -> session.find(ServerGroup.class, groupId, LockMode.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }

    Uni<List<ServerGroup>> list(UUID accountId, List<String> labels) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LIST, ServerGroup.class)
                        .setParameter("account", accountId)
                        .setParameter("labels", Labels.terms(labels).toArray(String[]::new))
                        .getResultList());
    }

    /** The members of all groups, as far as a caller may control them. */
    Uni<List<Member>> members(Caller caller) {
        return Sql.rows(MEMBERS, Map.of("account", caller.accountId(), "main", caller.main(), "user", caller.userId()))
                .map(rows -> rows.stream()
                        .map(row -> new Member((UUID) row[0], (UUID) row[1], (String) row[2]))
                        .toList());
    }
}
