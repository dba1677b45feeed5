package io.handover.quickstart.overload;

import io.handover.quickstart.client.Client;

/** Who has an account. */
final class People {

    /** Those who only do their work. */
    static final int WORKERS = 4;

    /** Those who storm. */
    static final int CUSTOMERS = 40;

    private static final String PASSWORD = "a long walk along the sea";

    private People() {}

    static String username(int number) {
        return "worker" + number;
    }

    static String customer(int number) {
        return "customer" + number;
    }

    static String authorization(String username) {
        return Client.basic(username, PASSWORD);
    }

    /** One of many in a network of their own. */
    static String address(int number, int move) {
        return "2001:db8:%x::%x".formatted(number + 1, move + 1);
    }

    static String account(String username) {
        return """
                {"username":"%s","password":"%s","email":"somebody@example.org","phone":"+358.401230000"}""".formatted(username, PASSWORD);
    }
}
