package io.handover.chaos.history;

/** What can be there or not. */
public enum Thing {
    /** A main account, by its username. */
    ACCOUNT,
    /** A workspace member, by its username. */
    MEMBER,
    /** An API token, by its name. */
    TOKEN,
    /** A server, by its hostname. */
    SERVER,
    /** That a member may control a server, by the server's hostname. */
    ACCESS
}
