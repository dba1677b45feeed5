package io.handover.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** A user name with its password; without a password it stands for an API token. */
record Caller(String username, String password) {

    static final Caller NOBODY = new Caller("", "");

    static Caller withToken(String token) {
        return new Caller(token, "");
    }

    /** The header's value. Nobody has none. */
    String authorization() {
        return password.isEmpty() ? "Bearer " + username : "Basic " + encoded(username + ":" + password);
    }

    @Override
    public String toString() {
        return password.isEmpty() ? "a token" : username;
    }

    private static String encoded(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }
}
