package io.handover.permission.member;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A main account, or a member of its workspace. */
@Entity
@Table(name = "account_user")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class User {

    private static final int NAME_LENGTH_MIN = 4;
    private static final int NAME_LENGTH_MAX = 64;

    @Id
    private UUID userId;

    private UUID accountId;
    private String username;

    User() {}

    /** A main account has the id of its account. */
    public User(UUID accountId, UUID userId, String username) {
        this.accountId = accountId;
        this.userId = userId;
        this.username = username;
    }

    /** Refuses what cannot be a user name. */
    public static String requireName(@Nullable String name) {
        if (name == null || name.length() < NAME_LENGTH_MIN || name.length() > NAME_LENGTH_MAX) {
            throw UserRefusals.badName();
        }
        return name;
    }

    /** The id. */
    public UUID id() {
        return userId;
    }

    /** The main account whose workspace this is. */
    public UUID accountId() {
        return accountId;
    }

    /** The name to sign in with, as it was first written. */
    public String username() {
        return username;
    }

    /** Whether this is the main account itself. */
    public boolean isMain() {
        return userId.equals(accountId);
    }
}
