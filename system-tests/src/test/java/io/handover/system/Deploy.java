package io.handover.system;

/** Bodies that deploy a server. */
final class Deploy {

    private static final String UBUNTU = "01000000-0000-4000-8000-000030240200";

    private Deploy() {}

    /** A member of the server object: one disk from a public template. */
    static String disk() {
        return """
                "storage_devices":{"storage_device":[\
                {"action":"clone","storage":"%s","title":"os","size":25,"tier":"maxiops"}]}""".formatted(UBUNTU);
    }

    static String withPassword(String hostname, String delivery) {
        return server(hostname, "\"password_delivery\":\"" + delivery + "\"");
    }

    static String withKey(String hostname, String key) {
        return server(
                hostname, "\"login_user\":{\"create_password\":\"no\",\"ssh_keys\":{\"ssh_key\":[\"" + key + "\"]}}");
    }

    private static String server(String hostname, String more) {
        return """
                {"server":{"hostname":"%s","title":"%s","zone":"fi-hel1","plan":"1xCPU-1GB",%s,%s}}""".formatted(hostname, hostname, disk(), more);
    }
}
