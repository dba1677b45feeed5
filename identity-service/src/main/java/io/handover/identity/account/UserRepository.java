package io.handover.identity.account;

import io.handover.events.Topics;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Where users are kept. */
@ApplicationScoped
public class UserRepository implements PanacheRepositoryBase<User, UUID> {

    private static final String ACCOUNT_VERSION = """
            select coalesce(max(said.version), 0) from account_version said join account_user using (account_id)
            where lower(username) = lower(:username) and said.topic = :topic""";

    UserRepository() {}

    /** By the name they sign in with, however it is capitalised; null if there is none. */
    public Uni<User> findByUsername(String username) {
        return find("lower(username) = lower(?1)", username).firstResult();
    }

    /** How much had been said of the account of whoever signs in with a name; 0 of nobody's. */
    public Uni<Long> accountVersion(String username) {
        return getSession()
                .chain(session -> session.createNativeQuery(ACCOUNT_VERSION, Long.class)
                        .setParameter("username", username)
                        .setParameter("topic", Topics.IDENTITY_ACCOUNT.name())
                        .getSingleResult());
    }

    /** In one workspace only; null if there is none. */
    public Uni<User> findInWorkspace(UUID accountId, String username) {
        return find("accountId = ?1 and lower(username) = lower(?2)", accountId, username)
                .firstResult();
    }

    /** A main account, for the present transaction alone: nobody is added to it meanwhile. Null if there is none. */
    public Uni<User> lock(UUID accountId) {
        return findById(accountId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The main account and its members, in the order they came. */
    public Uni<List<User>> listWorkspace(UUID accountId) {
        return list("accountId = ?1 order by createdAt, userId", accountId);
    }
}
