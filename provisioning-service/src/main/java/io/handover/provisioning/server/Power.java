package io.handover.provisioning.server;

/** What a machine may be told. */
enum Power {
    START,
    STOP,
    RESTART
}
