package io.handover.quickstart.inbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.handover.quickstart.inbox.WebServer.Answer;
import io.handover.quickstart.inbox.WebServer.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers the resource Messages of Twilio's API (version 2010-04-01), with its codes for what it refuses. */
final class SmsProvider implements WebServer.Handler {

    private static final String E164 = "\\+[1-9]\\d{6,14}";
    private static final int BODY_CHARACTERS_MAX = 1_600;
    private static final int ID_BYTES = 16;
    private static final Duration SLOWNESS = Duration.ofSeconds(3);

    /** Numbers that end so never get what was taken for them. */
    private static final String OUT_OF_REACH = "9904";

    private final Messages messages;
    private final Fates fates;
    private final SmsAccount account;
    private final StatusCallbacks callbacks;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SmsProvider(Messages messages, Fates fates, SmsAccount account, Clock clock) {
        this.messages = messages;
        this.fates = fates;
        this.account = account;
        this.callbacks = new StatusCallbacks(account);
        this.clock = clock;
    }

    @Override
    public Answer answer(Request request) {
        if (!isAuthenticated(request.authorization())) {
            return refusal(401, 20003, "Authenticate");
        }
        if (!request.path().equals("/2010-04-01/Accounts/" + account.sid() + "/Messages.json")) {
            return refusal(404, 20404, "The requested resource " + request.path() + " was not found");
        }
        if (!request.method().equals("POST")) {
            return refusal(405, 20004, "Method not allowed");
        }
        return send(form(request.body()));
    }

    private Answer send(Map<String, String> form) {
        String to = form.getOrDefault("To", "");
        String from = form.getOrDefault("From", "");
        String body = form.getOrDefault("Body", "");
        if (to.isEmpty()) {
            return refusal(400, 21604, "A 'To' phone number is required.");
        }
        if (!to.matches(E164)) {
            return refusal(400, 21211, "Invalid 'To' Phone Number");
        }
        if (from.isEmpty()) {
            return refusal(400, 21603, "A 'From' phone number is required.");
        }
        if (body.isEmpty()) {
            return refusal(400, 21602, "Message body is required.");
        }
        if (body.length() > BODY_CHARACTERS_MAX) {
            return refusal(400, 21617, "The concatenated message body exceeds the 1600 character limit");
        }
        return switch (fates.ofTextTo(to)) {
            case REFUSED -> refusal(400, 21610, "Attempt to send to unsubscribed recipient");
            case PUT_OFF -> refusal(503, 20503, "Service unavailable");
            case TAKEN -> Answer.json(201, take(form).toString());
            case SLOW -> {
                ObjectNode taken = take(form);
                pause();
                yield Answer.json(201, taken.toString());
            }
            case UNANSWERED -> {
                take(form);
                yield Answer.NEVER;
            }
        };
    }

    private ObjectNode take(Map<String, String> form) {
        String to = form.getOrDefault("To", "");
        String sid = "SM" + HexFormat.of().formatHex(randomBytes());
        var message = new Message(
                Channel.SMS, to, form.getOrDefault("From", ""), "", form.getOrDefault("Body", ""), clock.instant());
        messages.add(message);
        String callback = form.getOrDefault("StatusCallback", "");
        if (!callback.isEmpty()) {
            callbacks.tell(callback, sid, !to.endsWith(OUT_OF_REACH));
        }
        return view(message, sid);
    }

    private static void pause() {
        try {
            Thread.sleep(SLOWNESS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private ObjectNode view(Message message, String sid) {
        String date = rfc2822(message.receivedAt());
        return JsonNodeFactory.instance
                .objectNode()
                .put("sid", sid)
                .put("account_sid", account.sid())
                .put("api_version", "2010-04-01")
                .put("to", message.to())
                .put("from", message.from())
                .put("body", message.body())
                .put("status", "queued")
                .put("direction", "outbound-api")
                .put("num_segments", "1")
                .put("num_media", "0")
                .put("date_created", date)
                .put("date_updated", date)
                .putNull("date_sent")
                .putNull("error_code")
                .putNull("error_message")
                .putNull("messaging_service_sid")
                .putNull("price")
                .put("price_unit", "USD")
                .put("uri", "/2010-04-01/Accounts/" + account.sid() + "/Messages/" + sid + ".json");
    }

    private boolean isAuthenticated(@Nullable String authorization) {
        return authorization != null
                && MessageDigest.isEqual(
                        authorization.getBytes(StandardCharsets.UTF_8),
                        account.authorization().getBytes(StandardCharsets.UTF_8));
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Answer refusal(int status, int code, String message) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("code", code)
                .put("message", message)
                .put("more_info", "https://www.twilio.com/docs/errors/" + code)
                .put("status", status);
        return Answer.json(status, body.toString());
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        Arrays.stream(body.split("&", -1))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .forEach(field -> fields.putIfAbsent(decode(field[0]), decode(field[1])));
        return fields;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private static String rfc2822(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
