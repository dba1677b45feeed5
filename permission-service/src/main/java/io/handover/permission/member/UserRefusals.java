package io.handover.permission.member;

import io.handover.kit.refusal.Refusal;

/** Why something about a user is refused. */
public final class UserRefusals {

    private UserRefusals() {}

    /** 404: no such user in the workspace. */
    public static Refusal unknown(String username) {
        return Refusal.notFound("USER_NOT_FOUND", "The user " + username + " does not exist.");
    }

    /** 400: absent, or cannot be a user name. */
    public static Refusal badName() {
        return Refusal.invalidField("USER_INVALID", "user", "must be a user name of 4 to 64 characters.");
    }

    /** 400: a main account needs no permission, so it gets none. */
    public static Refusal mainAccount() {
        return Refusal.invalidField("USER_INVALID", "user", "must be a member; the main account controls everything.");
    }
}
