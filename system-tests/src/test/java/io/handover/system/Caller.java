package io.handover.system;

import io.handover.quickstart.client.Client;

/** A user name with its password; without a password it stands for an API token. */
record Caller(String username, String password) {

    static final Caller NOBODY = new Caller("", "");

    static Caller withToken(String token) {
        return new Caller(token, "");
    }

    /** The header's value. Nobody has none. */
    String authorization() {
        return password.isEmpty() ? "Bearer " + username : Client.basic(username, password);
    }

    @Override
    public String toString() {
        return password.isEmpty() ? "a token" : username;
    }
}
