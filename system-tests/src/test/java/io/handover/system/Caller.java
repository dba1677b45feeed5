package io.handover.system;

/** A user name with its password; without a password it stands for an API token. */
record Caller(String username, String password) {

    static final Caller NOBODY = new Caller("", "");

    static Caller withToken(String token) {
        return new Caller(token, "");
    }

    @Override
    public String toString() {
        return password.isEmpty() ? "a token" : username;
    }
}
