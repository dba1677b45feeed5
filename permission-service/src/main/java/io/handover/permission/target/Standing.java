package io.handover.permission.target;

/** What is known of a target in a workspace. */
public enum Standing {
    /** It exists, or stands for all of its type. */
    PRESENT,
    /** Nobody has told of it; it may come yet. */
    UNHEARD,
    /** It is deleted or another account's, and will never be here. */
    LOST
}
