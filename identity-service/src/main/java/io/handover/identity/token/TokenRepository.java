package io.handover.identity.token;

import io.handover.events.Topics;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class TokenRepository implements PanacheRepositoryBase<Token, UUID> {

    private static final String ACCOUNT_VERSION = """
            select coalesce(max(said.version), 0) from account_version said join api_token using (account_id)
            where secret_hash = :hash and said.topic = :topic""";

    Uni<Token> findByText(TokenText text) {
        return find("secretHash", text.hash()).firstResult();
    }

    Uni<Long> accountVersion(TokenText text) {
        return getSession()
                .chain(session -> session.createNativeQuery(ACCOUNT_VERSION, Long.class)
                        .setParameter("hash", text.hash())
                        .setParameter("topic", Topics.IDENTITY_ACCOUNT.name())
                        .getSingleResult());
    }

    /** Past the entity: two sign-ins at once don't get in each other's way, as two versions of it would. */
    Uni<Void> use(UUID tokenId, Instant now, Instant before) {
        return update(
                        "lastUsedAt = ?1 where tokenId = ?2 and (lastUsedAt is null or lastUsedAt < ?3)",
                        now,
                        tokenId,
                        before)
                .replaceWithVoid();
    }

    Uni<Token> findOf(UUID userId, UUID tokenId) {
        return find("userId = ?1 and tokenId = ?2", userId, tokenId).firstResult();
    }

    Uni<List<Token>> listOf(UUID userId) {
        return list("userId = ?1 order by createdAt, tokenId", userId);
    }

    Uni<List<Token>> listOf(UUID userId, TokenList wanted) {
        Page page = wanted.page();
        Boolean gui = wanted.gui();
        var found = gui == null
                ? find("userId = ?1", wanted.sort(), userId)
                : find("userId = ?1 and gui = ?2", wanted.sort(), userId, gui);
        return found.range(page.offset(), page.offset() + page.limit() - 1).list();
    }

    Uni<Long> countOf(UUID userId) {
        return count("userId", userId);
    }
}
