package io.handover.quickstart.forensics;

/** An account, and what the inbox does with messages to its contact: see the inbox's fates. */
enum Owner {
    READY("ready1", "ready@example.org", "+358.401230000"),
    REFUSING("refusing1", "refused@example.org", "+358.401239901"),
    AWAY("away1", "later@example.org", "+358.401239902"),
    SILENT("silent1", "silent@example.org", "+358.401239903");

    static final String PASSWORD = "nobody looks for this one";

    private final String username;
    private final String email;
    private final String phone;

    Owner(String username, String email, String phone) {
        this.username = username;
        this.email = email;
        this.phone = phone;
    }

    String username() {
        return username;
    }

    /** The body that opens the account. */
    String account() {
        return """
                {"username":"%s","password":"%s","email":"%s","phone":"%s"}""".formatted(username, PASSWORD, email, phone);
    }
}
