package io.handover.chaos.client;

/** Bodies of requests. */
final class Orders {

    private static final String UBUNTU = "01000000-0000-4000-8000-000030240200";

    static final String HARD_STOP = "{\"stop_server\":{\"stop_type\":\"hard\"}}";

    private Orders() {}

    static String account(String username, String password, String email, String phone) {
        return """
                {"username":"%s","password":"%s","email":"%s","phone":"%s"}""".formatted(username, password, email, phone);
    }

    static String token(String name) {
        return "{\"name\":\"%s\",\"expires_in\":\"24h\"}".formatted(name);
    }

    static String tag(String name) {
        return "{\"tag\":{\"name\":\"%s\"}}".formatted(name);
    }

    static String rotation(String channel) {
        return "{\"method\":\"%s\"}".formatted(channel);
    }

    static String server(String hostname, String channel) {
        return """
                {"server":{"hostname":"%s","title":"%s","zone":"fi-hel1","plan":"1xCPU-1GB","password_delivery":"%s",
                 "storage_devices":{"storage_device":[{"action":"clone","storage":"%s","title":"os","size":25}]}}}""".formatted(hostname, hostname, channel, UBUNTU);
    }

    static String member(String username, String password) {
        return """
                {"sub_account":{"username":"%s","password":"%s","email":"bob@example.org","phone":"+358.401234568",
                 "language":"en","timezone":"UTC","allow_api":"yes"}}""".formatted(username, password);
    }

    static String permission(String member, String type, String identifier) {
        return """
                {"permission":{"user":"%s","target_type":"%s","target_identifier":"%s"}}""".formatted(member, type, identifier);
    }
}
