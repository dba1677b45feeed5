package io.handover.identity.account;

import io.handover.events.identity.AccountChanged;
import io.handover.events.identity.AccountEvent;
import io.handover.events.identity.AccountOpened;
import io.handover.events.identity.ContactChanged;
import io.handover.events.identity.MemberAdded;
import io.handover.events.identity.MemberChanged;
import io.handover.events.identity.MemberRemoved;
import io.handover.events.identity.PasswordChanged;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Somebody who can sign in: a main account, or a member of its workspace. */
@Entity
@Table(name = "account_user")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class User {

    @Id
    private UUID userId;

    private UUID accountId;
    private String username;
    private String passwordHash;

    @Embedded
    private Profile profile;

    @Embedded
    private Settings settings;

    @SuppressWarnings("UnusedVariable") // Lists are ordered by it.
    private Instant createdAt;

    @Version
    @SuppressWarnings("UnusedVariable") // Hibernate counts with it.
    private int version;

    User() {}

    /** A main account has the id of its account. */
    User(UUID accountId, UUID userId, NewUser made, Instant createdAt) {
        this.accountId = accountId;
        this.userId = userId;
        this.username = made.username();
        this.passwordHash = made.passwordHash();
        this.profile = made.profile();
        this.settings = made.settings();
        this.createdAt = createdAt;
    }

    /**
     * What is known of somebody before they have an id.
     *
     * @param passwordHash a PHC string
     */
    record NewUser(String username, String passwordHash, Profile profile, Settings settings) {}

    /** The id. */
    public UUID id() {
        return userId;
    }

    /** The main account whose workspace this is. */
    public UUID accountId() {
        return accountId;
    }

    /** The name to sign in with. */
    public String username() {
        return username;
    }

    /** Whether this is the main account itself. */
    public boolean isMain() {
        return userId.equals(accountId);
    }

    /** Who they are. */
    public Profile profile() {
        return profile;
    }

    /** What they may do at all. */
    public Settings settings() {
        return settings;
    }

    /** A PHC string. */
    public String passwordHash() {
        return passwordHash;
    }

    /** The same password or another, hashed anew. */
    public void rehash(String newPasswordHash) {
        this.passwordHash = newPasswordHash;
    }

    /** The answer is what to say of it, if anything. */
    Optional<AccountEvent> change(Profile newProfile, Settings newSettings) {
        boolean contactsStay = newProfile.hasContactsOf(profile);
        boolean nothingChanges = newProfile.equals(profile) && newSettings.equals(settings);
        this.profile = newProfile;
        this.settings = newSettings;
        if (nothingChanges) {
            return Optional.empty();
        }
        if (!isMain()) {
            return Optional.of(changed());
        }
        return Optional.of(contactsStay ? accountChanged() : contactChanged());
    }

    AccountOpened opened() {
        return new AccountOpened(accountId, username, profile.email(), profile.phone());
    }

    AccountChanged accountChanged() {
        return new AccountChanged(accountId);
    }

    ContactChanged contactChanged() {
        return new ContactChanged(accountId, profile.email(), profile.phone());
    }

    PasswordChanged passwordChanged() {
        return new PasswordChanged(accountId, userId);
    }

    MemberAdded added() {
        return new MemberAdded(accountId, userId, username);
    }

    MemberChanged changed() {
        return new MemberChanged(accountId, userId);
    }

    /** What is to be said when a member goes. */
    public MemberRemoved removed() {
        return new MemberRemoved(accountId, userId, username);
    }
}
