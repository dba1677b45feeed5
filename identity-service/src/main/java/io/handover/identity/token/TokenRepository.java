package io.handover.identity.token;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class TokenRepository implements PanacheRepositoryBase<Token, UUID> {

    Uni<Token> findByText(TokenText text) {
        return find("secretHash", text.hash()).firstResult();
    }

    Uni<Token> findOf(UUID userId, UUID tokenId) {
        return find("userId = ?1 and tokenId = ?2", userId, tokenId).firstResult();
    }

    Uni<List<Token>> listOf(UUID userId) {
        return list("userId = ?1 order by createdAt, tokenId", userId);
    }

    Uni<List<Token>> listOf(UUID userId, Page page) {
        return find("userId = ?1 order by createdAt, tokenId", userId)
                .range(page.offset(), page.offset() + page.limit() - 1)
                .list();
    }

    Uni<Long> countOf(UUID userId) {
        return count("userId", userId);
    }
}
