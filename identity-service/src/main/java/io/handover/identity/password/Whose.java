package io.handover.identity.password;

/** Whose turn a computation is, those first that go first. */
public enum Whose {
    /** Of somebody who came in from the same network before. */
    KNOWN,
    /** Of anybody: newcomers, and who guesses. */
    STRANGERS
}
