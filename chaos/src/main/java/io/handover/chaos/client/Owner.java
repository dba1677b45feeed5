package io.handover.chaos.client;

import io.handover.chaos.history.Kind;
import io.handover.chaos.history.Outcome;
import io.handover.chaos.history.Subject;

/** A main account that asks for things, and tries doors with whatever opens them. */
final class Owner {

    static final String PASSWORD = "a long walk along the sea";

    private static final int TRIES = 2;

    private final String name;
    private final Scribe scribe;
    private int made;

    Owner(String name, Scribe scribe) {
        this.name = name;
        this.scribe = scribe;
    }

    String name() {
        return name;
    }

    int gateways() {
        return scribe.gateways();
    }

    /** A name that nobody else has or ever had. */
    String next(String kind) {
        return name + kind + ++made;
    }

    /** Without a credential, which whoever opens an account has not yet. */
    Answer signUp(Subject account, Request request, int gateway) {
        return scribe.send(Kind.SIGN_UP, account, request, gateway);
    }

    Answer send(Kind kind, Subject subject, Request request, int gateway) {
        return scribe.send(kind, subject, mine(request), gateway);
    }

    /** What is no part of the history. */
    Answer ask(Request request, int gateway) {
        return scribe.ask(mine(request), gateway);
    }

    /** Through each gateway, the one that took the change last, and once more. */
    void tryDoor(Answer change, Subject subject, Request door, int gateway) {
        if (change.outcome() == Outcome.ACKNOWLEDGED) {
            for (int tried = 1; tried <= TRIES * gateways(); tried++) {
                scribe.send(Kind.ENTER, subject, door, (gateway + tried) % gateways());
            }
        }
    }

    private Request mine(Request request) {
        return request.as(name, PASSWORD);
    }
}
