package io.handover.quickstart.stack;

/** What stands on what: the last stops first. */
enum Tier {
    DATABASE,
    BROKER,
    MACHINES,
    SERVICES,
    DOOR
}
