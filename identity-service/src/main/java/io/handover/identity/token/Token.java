package io.handover.identity.token;

import io.handover.events.identity.TokenIssued;
import io.handover.events.identity.TokenRevoked;
import io.handover.identity.address.AddressRanges;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An API token; of its text only the hash is known. */
@Entity
@Table(name = "api_token")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class Token {

    @Id
    private UUID tokenId;

    private UUID accountId;
    private UUID userId;
    private String name;

    @SuppressWarnings("UnusedVariable") // Tokens are found by it.
    private byte[] secretHash;

    private boolean canCreateTokens;
    private boolean gui;
    private List<String> allowedIpRanges;
    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant lastUsedAt;

    @Version
    @SuppressWarnings("UnusedVariable") // Hibernate counts with it.
    private int version;

    Token() {}

    Token(UUID tokenId, Owner owner, IssueToken.Checked asked, TokenText text, Instant createdAt) {
        this.tokenId = tokenId;
        this.accountId = owner.accountId();
        this.userId = owner.userId();
        this.name = asked.name();
        this.secretHash = text.hash();
        this.canCreateTokens = asked.canCreateTokens();
        this.gui = asked.gui();
        this.allowedIpRanges = asked.allowedIpRanges();
        this.createdAt = createdAt;
        this.expiresAt = asked.expiresAt();
    }

    /** Whom a token acts for. */
    record Owner(UUID accountId, UUID userId) {}

    /** The id. */
    public UUID id() {
        return tokenId;
    }

    /** Whom the token acts for. */
    public UUID userId() {
        return userId;
    }

    /** Whether it may make other tokens. */
    public boolean canCreateTokens() {
        return canCreateTokens;
    }

    /** When it ends. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** Whether it is of no use outside of the control panel. */
    public boolean isForPanelOnly() {
        return gui;
    }

    /** Whether it may be used from there. */
    public boolean admits(String clientAddress) {
        return new AddressRanges(allowedIpRanges).contain(clientAddress);
    }

    TokenIssued issued() {
        return new TokenIssued(accountId, userId, tokenId, expiresAt);
    }

    TokenRevoked revoked() {
        return new TokenRevoked(accountId, userId, tokenId);
    }

    TokenView view() {
        return new TokenView(
                tokenId,
                name,
                "workspace",
                null,
                createdAt,
                lastUsedAt,
                expiresAt,
                canCreateTokens,
                allowedIpRanges,
                gui);
    }
}
