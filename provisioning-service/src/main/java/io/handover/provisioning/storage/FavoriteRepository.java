package io.handover.provisioning.storage;

import io.handover.kit.sql.Sql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which storages users have marked, public templates among them. */
@ApplicationScoped
class FavoriteRepository {

    private static final String ADD =
            "insert into storage_favorite (user_id, storage_id) values (:user, :storage) on conflict do nothing";

    private static final String REMOVE = "delete from storage_favorite where user_id = :user and storage_id = :storage";

    Uni<Void> add(UUID userId, UUID storageId) {
        return Sql.execute(ADD, Map.of("user", userId, "storage", storageId));
    }

    Uni<Void> remove(UUID userId, UUID storageId) {
        return Sql.execute(REMOVE, Map.of("user", userId, "storage", storageId));
    }

    Uni<Set<UUID>> of(UUID userId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select storage_id from storage_favorite where user_id = :user", UUID.class)
                        .setParameter("user", userId)
                        .getResultList())
                .map(Set::copyOf);
    }
}
