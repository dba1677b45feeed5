package io.handover.permission.grant;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Whatever decides about the permissions of one account waits for what decides about them already. Without it a grant
 * could look for its member, the member be removed with all its permissions, and the grant be written after that.
 */
@ApplicationScoped
public class AccountLock {

    /** Two accounts whose hashes collide wait for each other, too; that harms nobody. 1 is this lock's own space. */
    private static final String TAKE =
            "select 1 from pg_advisory_xact_lock(1, hashtext(cast(cast(:account as uuid) as text)))";

    AccountLock() {}

    /** Takes the lock until the transaction ends; to be done before anything is read. */
    public Uni<Void> take(UUID accountId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE, Integer.class)
                        .setParameter("account", accountId)
                        .getSingleResult())
                .replaceWithVoid();
    }
}
