package io.handover.chaos.observe;

import com.fasterxml.jackson.databind.JsonNode;
import io.handover.chaos.history.KnownPassword;
import io.handover.quickstart.client.Client;
import io.handover.quickstart.client.Servers;
import io.handover.quickstart.client.Unexpected;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every message that arrives. The inbox keeps the last thousand, so it is looked into again and again. */
public final class Postbox {

    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final Pattern HOSTNAME = Pattern.compile("\\btenant\\w+\\.example\\.org");

    private final Client inbox;
    private final Set<JsonNode> messages = new LinkedHashSet<>();
    private volatile boolean closed;

    private Postbox(URI inbox) {
        this.inbox = Client.of(HttpClient.newHttpClient(), inbox);
    }

    /** Begins to look. */
    public static Postbox at(URI inbox) {
        var postbox = new Postbox(inbox);
        Thread.ofPlatform().daemon().name("postbox").start(postbox::watch);
        return postbox;
    }

    /** The passwords in all messages, each as often as it came. */
    List<KnownPassword> passwords() {
        look();
        synchronized (messages) {
            return messages.stream().map(Postbox::read).toList();
        }
    }

    /** Looks no more. */
    public void close() {
        closed = true;
    }

    private void watch() {
        while (!closed) {
            try {
                look();
                Thread.sleep(LOOK);
            } catch (Unexpected gone) {
                return;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void look() {
        JsonNode list = inbox.get("/messages");
        synchronized (messages) {
            list.forEach(messages::add);
        }
    }

    private static KnownPassword read(JsonNode message) {
        String text = message.path("body").asText();
        Matcher hostname = HOSTNAME.matcher(text);
        if (!hostname.find()) {
            throw new Unexpected("There is a message about no server.");
        }
        return new KnownPassword(
                hostname.group(),
                message.path("channel").asText(),
                "",
                Servers.passwordIn(text).orElse(""),
                Instant.parse(message.path("receivedAt").asText()));
    }
}
