package io.handover.quickstart.inbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Says what became of a text message, to whoever wants to hear it: Twilio's status callbacks, signed, each of them
 * twice and in no order, as a provider may. What is not heard is said again.
 */
final class StatusCallbacks {

    private static final int TRIES_MAX = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final List<String> ARRIVED = List.of("delivered", "sent", "delivered", "sent");
    private static final List<String> LOST = List.of("undelivered", "sent", "undelivered", "sent");

    private final SmsAccount account;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    StatusCallbacks(SmsAccount account) {
        this.account = account;
    }

    /** Begins to say it, to an address as Twilio takes it: behind the {@code #} are wishes for the connection. */
    void tell(String address, String sid, boolean arrived) {
        URI uri = URI.create(address.replaceFirst("#.*", ""));
        for (String status : arrived ? ARRIVED : LOST) {
            Thread.ofVirtual()
                    .start(() -> insist(uri, new TreeMap<>(Map.of("MessageSid", sid, "MessageStatus", status))));
        }
    }

    private void insist(URI uri, SortedMap<String, String> form) {
        try {
            for (int tried = 0; tried < TRIES_MAX && !isHeard(uri, form); tried++) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isHeard(URI uri, SortedMap<String, String> form) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature(uri, form))
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException unheard) {
            return false;
        }
    }

    /** The address and each field with its value, in the order of the fields' names, under HMAC-SHA1. */
    private String signature(URI uri, SortedMap<String, String> form) {
        String signed = uri
                + form.entrySet().stream()
                        .map(field -> field.getKey() + field.getValue())
                        .collect(Collectors.joining());
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(account.authToken().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
