package io.handover.chaos.history;

/** What clients do, and what becomes of its subject by that. */
public enum Kind {
    /** Opens an account. */
    SIGN_UP(Effect.MAKES),
    /** Adds a member. */
    ADD_MEMBER(Effect.MAKES),
    /** Removes one. */
    REMOVE_MEMBER(Effect.ENDS),
    /** Issues an API token. */
    ISSUE_TOKEN(Effect.MAKES),
    /** Deletes one. */
    DELETE_TOKEN(Effect.ENDS),
    /** Asks for a server. */
    DEPLOY(Effect.MAKES),
    /** Stops one. */
    STOP(Effect.NEITHER),
    /** Deletes one, and with it all access to it. */
    DELETE(Effect.ENDS),
    /** Grants a member a server. */
    GRANT(Effect.MAKES),
    /** Revokes that. */
    REVOKE(Effect.ENDS),
    /** Puts a tag on a server that a member was granted. */
    TAG(Effect.MAKES),
    /** Takes it off. */
    UNTAG(Effect.ENDS),
    /** Asks for another root password. */
    ROTATE(Effect.NEITHER),
    /** Tries whether a credential or an access lets in. */
    ENTER(Effect.NEITHER);

    private final Effect effect;

    Kind(Effect effect) {
        this.effect = effect;
    }

    Effect effect() {
        return effect;
    }

    enum Effect {
        MAKES,
        ENDS,
        NEITHER
    }
}
