package io.handover.identity.signin;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class SigningKeyRepository implements PanacheRepositoryBase<SigningKey, String> {

    /** Any number will do that nobody else locks. */
    private static final String LOCK = "select cast(pg_advisory_xact_lock(7305001) as text)";

    Uni<List<SigningKey>> listInOrder() {
        return list("order by signsFrom, keyId");
    }

    /** Until the end of the transaction no other replica makes a key. */
    Uni<Void> lock() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, String.class).getSingleResult())
                .replaceWithVoid();
    }
}
