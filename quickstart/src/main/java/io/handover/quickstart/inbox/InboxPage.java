package io.handover.quickstart.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.handover.quickstart.inbox.WebServer.Answer;
import io.handover.quickstart.inbox.WebServer.Request;
import java.util.stream.Collectors;

/** The messages, for programs and for people. */
final class InboxPage implements WebServer.Handler {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Messages messages;

    InboxPage(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Answer answer(Request request) {
        return switch (request.path()) {
            case "/" -> request.method().equals("GET") ? Answer.html(page()) : wrongMethod();
            case "/messages" ->
                switch (request.method()) {
                    case "GET" -> Answer.json(200, list());
                    case "DELETE" -> empty();
                    default -> wrongMethod();
                };
            default -> Answer.text(404, "There are / and /messages.");
        };
    }

    private String list() {
        try {
            return JSON.writeValueAsString(messages.list());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a message is no JSON", impossible);
        }
    }

    private Answer empty() {
        messages.clear();
        return Answer.NOTHING;
    }

    private String page() {
        String articles = messages.list().stream().map(InboxPage::article).collect(Collectors.joining());
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="refresh" content="5">
            <title>Inbox</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 45em; margin: 2em auto; padding: 0 1em; }
            article { border-top: 1px solid #ccc; padding: 1em 0; }
            pre { white-space: pre-wrap; background: #f5f5f5; padding: 1em; }
            </style>
            </head>
            <body>
            <h1>Inbox</h1>
            %s
            </body>
            </html>
            """.formatted(articles.isEmpty() ? "<p>Nothing has arrived.</p>" : articles);
    }

    private static String article(Message message) {
        return """
            <article>
            <strong>%s</strong><br>%s to %s from %s, %s
            <pre>%s</pre>
            </article>
            """.formatted(
                        escape(message.subject()),
                        message.channel() == Channel.EMAIL ? "mail" : "SMS",
                        escape(message.to()),
                        escape(message.from()),
                        message.receivedAt(),
                        escape(message.body()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static Answer wrongMethod() {
        return Answer.text(405, "GET reads, DELETE on /messages empties.");
    }
}
