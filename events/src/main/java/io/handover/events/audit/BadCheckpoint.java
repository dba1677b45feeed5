package io.handover.events.audit;

/** Why a checkpoint proves nothing. */
public final class BadCheckpoint extends Exception {

    BadCheckpoint(String why) {
        super(why);
    }
}
