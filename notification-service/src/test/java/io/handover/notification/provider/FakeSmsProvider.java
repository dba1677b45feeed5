package io.handover.notification.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers as much of Twilio's Messages API as there is to an SMS. */
public final class FakeSmsProvider {

    static final String ACCOUNT_SID = "ACtest";
    public static final String AUTH_TOKEN = "a token";
    public static final String CALLBACK_URL = "https://handover.test";
    static final String FROM = "+15005550006";

    private static final String PATH = "/2010-04-01/Accounts/" + ACCOUNT_SID + "/Messages.json";
    private static final String AUTHORIZATION = "Basic "
            + Base64.getEncoder().encodeToString((ACCOUNT_SID + ":" + AUTH_TOKEN).getBytes(StandardCharsets.UTF_8));

    private final Refusals refusals = new Refusals();
    private final List<Sms> messages = new CopyOnWriteArrayList<>();
    private final Map<String, Consumer<Sms>> hurries = new ConcurrentHashMap<>();
    private final HttpServer server = server();

    /** A message as it came. */
    public record Sms(String sid, String to, String from, String body, String statusCallback) {}

    void start() {
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    void stop() {
        server.stop(0);
    }

    /** The next messages to somebody are answered with these statuses. */
    public void refuse(String to, int... statuses) {
        refusals.add(to, statuses);
    }

    /** What is done with somebody's message before the answer says that it was taken. */
    public void hurry(String to, Consumer<Sms> first) {
        hurries.put(to, first);
    }

    /** What somebody got. */
    public List<Sms> to(String phone) {
        return messages.stream().filter(message -> message.to().equals(phone)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String to = form.getOrDefault("To", "");
        int status = isOurs(exchange) ? refusals.next(to).orElse(201) : 404;
        respond(
                exchange,
                status,
                status == 201 ? take(form) : """
                {"code":%d,"message":"refused","more_info":"","status":%d}""".formatted(status == 400 ? 21211 : 20000 + status, status));
    }

    private static boolean isOurs(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("POST")
                && exchange.getRequestURI().getPath().equals(PATH)
                && AUTHORIZATION.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private String take(Map<String, String> form) {
        String sid = "SM" + UUID.randomUUID().toString().replace("-", "");
        var sms = new Sms(
                sid,
                form.getOrDefault("To", ""),
                form.getOrDefault("From", ""),
                form.getOrDefault("Body", ""),
                form.getOrDefault("StatusCallback", ""));
        messages.add(sms);
        hurries.getOrDefault(sms.to(), ignored -> {}).accept(sms);
        return "{\"sid\":\"" + sid + "\",\"status\":\"queued\"}";
    }

    private static void respond(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static Map<String, String> form(String text) {
        return Stream.of(text.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException("no port for the SMS provider", failed);
        }
    }
}
