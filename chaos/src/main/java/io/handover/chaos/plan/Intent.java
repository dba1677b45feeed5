package io.handover.chaos.plan;

import java.time.Duration;

/**
 * What a client does next.
 *
 * @param pick which of its things, counted from the oldest and around
 * @param gateway which gateway, counted likewise
 * @param channel how a password is to be delivered, if one is made
 * @param pause how long it waits before
 */
public record Intent(Deed deed, int pick, int gateway, String channel, Duration pause) {

    /** What there is to do. */
    public enum Deed {
        /** Another account. */
        SIGN_UP,
        /** Another member. */
        ADD_MEMBER,
        /** One less. */
        REMOVE_MEMBER,
        /** Another token. */
        ISSUE_TOKEN,
        /** One less. */
        DELETE_TOKEN,
        /** Another server. */
        DEPLOY,
        /** One less. */
        DELETE,
        /** Gives a member access to a server, or takes it. */
        TURN_ACCESS,
        /** Another root password. */
        ROTATE
    }
}
