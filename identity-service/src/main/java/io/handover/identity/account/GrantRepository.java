package io.handover.identity.account;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads what the kit's projection of permissions knows. */
@ApplicationScoped
class GrantRepository {

    private static final String OF_USER = """
            select target_type, target_identifier, storage from access_grant
            where user_id = :user order by target_type, target_identifier""";

    Uni<List<AccessView.Grant>> listOf(UUID userId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OF_USER, Object[].class)
                        .setParameter("user", userId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new AccessView.Grant((String) row[0], (String) row[1], (boolean) row[2]))
                        .toList());
    }
}
