package io.handover.quickstart.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Servers of one account, and what the inbox tells of them. */
public final class Servers {

    private static final String UBUNTU = "01000000-0000-4000-8000-000030240200";

    private final Client owner;
    private final Client inbox;

    /** Those of one owner. */
    public Servers(Client owner, Client inbox) {
        this.owner = owner;
        this.inbox = inbox;
    }

    /**
     * Asks for a server, and waits until it runs.
     *
     * @param login a member of the server object that says how to log in
     */
    public Deployed deploy(String hostname, String login) {
        JsonNode answer = request(hostname, login);
        String id = answer.path("uuid").asText();
        Client.await("The start of " + hostname, () -> Optional.of(state(id)).filter("started"::equals));
        return new Deployed(id, hostname, answer.path("password").asText(), shell(id));
    }

    /** Asks for a server, and returns what was answered of it: its {@code uuid}, and its password if it is shown. */
    public JsonNode request(String hostname, String login) {
        String body = """
                {"server":{"hostname":"%s","title":"%s","zone":"fi-hel1","plan":"1xCPU-1GB",%s,"storage_devices":
                 {"storage_device":[{"action":"clone","storage":"%s","title":"os","size":25}]}}}""".formatted(hostname, hostname, login, UBUNTU);
        return owner.post("/1.3/server", body, 202).path("server");
    }

    /** The password that a message brought: it stands alone on a line, after two spaces. */
    public String delivered(String channel, String hostname) {
        return passwordIn(message(channel, hostname))
                .orElseThrow(() -> new Unexpected("There is no password in the message about " + hostname + "."));
    }

    /** The password in a message. */
    public static Optional<String> passwordIn(String text) {
        return text.lines()
                .filter(line -> line.matches("  \\S{20,}"))
                .map(String::strip)
                .findFirst();
    }

    private String message(String channel, String hostname) {
        return Client.await(
                "The message about " + hostname,
                () -> StreamSupport.stream(inbox.get("/messages").spliterator(), false)
                        .filter(message -> message.path("channel").asText().equals(channel))
                        .map(message -> message.path("body").asText())
                        .filter(text -> text.contains(hostname))
                        .findFirst());
    }

    /** Its state on the wire. */
    public String state(String id) {
        return owner.get("/1.3/server/" + id).path("server").path("state").asText();
    }

    /** Where a server that runs lets people in. */
    public Shell shell(String id) {
        JsonNode ssh = owner.get("/v1/servers/" + id + "/access").path("ssh");
        return new Shell(
                ssh.path("host").asText(),
                ssh.path("port").asInt(),
                ssh.path("user").asText());
    }

    /**
     * A server that runs.
     *
     * @param shown the password in the answer; empty if there was none
     */
    public record Deployed(String id, String hostname, String shown, Shell shell) {

        /** Without the password. */
        @Override
        public String toString() {
            return hostname;
        }
    }
}
