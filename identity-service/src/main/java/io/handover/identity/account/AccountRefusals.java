package io.handover.identity.account;

import io.handover.kit.refusal.Refusal;

/** Why the business of accounts and members is refused. */
public final class AccountRefusals {

    private AccountRefusals() {}

    static Refusal usernameTaken() {
        return Refusal.conflict("ACCOUNT_EXISTS", "An account using the given username already exists.");
    }

    /** 403: a member asks for what only the main account may do. */
    public static Refusal mainOnly() {
        return Refusal.forbidden("ACCOUNT_FORBIDDEN", "Only the main account may do this.");
    }

    /** 403: it is about somebody else. */
    public static Refusal notYourself() {
        return Refusal.forbidden("ACCOUNT_FORBIDDEN", "Only the account itself may do this.");
    }

    static Refusal notForYourself(String field) {
        return Refusal.forbidden("ACCOUNT_FORBIDDEN", field + ": nobody sets this for themselves.");
    }

    static Refusal notByToken() {
        return Refusal.forbidden("ACCOUNT_FORBIDDEN", "password: a token that may not create tokens can't change it.");
    }

    /** 404: no such user in the workspace. */
    public static Refusal unknownUser(String username) {
        return Refusal.notFound("USER_NOT_FOUND", "The user " + username + " does not exist.");
    }
}
