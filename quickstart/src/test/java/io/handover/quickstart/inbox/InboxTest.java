package io.handover.quickstart.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail over SMTP, text messages over Twilio's API, and what the page shows of them. */
class InboxTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final SmsAccount ACCOUNT = new SmsAccount("AC" + "0".repeat(32), "a token");
    private static final Map<String, String> TEXT =
            Map.of("To", "+358401234567", "From", "+15005550006", "Body", "Hello\n\n  p4ss&=+w0rd\n");

    private final HttpClient http = HttpClient.newHttpClient();
    private Inbox.Ports ports;
    private Inbox inbox;

    @BeforeEach
    void open() throws IOException {
        ports = new Inbox.Ports(freePort(), freePort(), freePort());
        inbox = Inbox.open(InetAddress.getLoopbackAddress(), ports, ACCOUNT, CLOCK);
    }

    @AfterEach
    void close() {
        inbox.close();
        http.close();
    }

    @Test
    void showsMailWithExactlyTheFieldsOfTheContract() throws Exception {
        mail("ada@example.org", "Your server", message -> message.setText("  p4ssw0rd\nis yours\n"));

        JsonNode shown = messages().path(0);

        assertThat(shown.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("channel", "to", "from", "subject", "body", "receivedAt");
        assertThat(shown.path("channel").asText()).isEqualTo("email");
        assertThat(shown.path("to").asText()).isEqualTo("ada@example.org");
        assertThat(shown.path("from").asText()).isEqualTo("Handover <handover@example.org>");
        assertThat(shown.path("subject").asText()).isEqualTo("Your server");
        assertThat(shown.path("body").asText()).isEqualTo("  p4ssw0rd\nis yours\n");
        assertThat(shown.path("receivedAt").asText()).isEqualTo("2026-11-24T12:00:00Z");
    }

    @Test
    void decodesWhatMailEncodes() throws Exception {
        String text = "Grüße aus Jyväskylä, " + "a long line ".repeat(20);

        mail("ada@example.org", "Tervehdys Jyväskylästä ☃", message -> message.setText(text, "UTF-8"));

        assertThat(messages().path(0).path("subject").asText()).isEqualTo("Tervehdys Jyväskylästä ☃");
        assertThat(messages().path(0).path("body").asText().strip()).isEqualTo(text.strip());
    }

    @Test
    void showsThePlainTextOfAMailThatHasHtmlToo() throws Exception {
        mail("ada@example.org", "Both", message -> {
            var plain = new MimeBodyPart();
            plain.setText("plain");
            var html = new MimeBodyPart();
            html.setContent("<b>html</b>", "text/html");
            message.setContent(new MimeMultipart("alternative", plain, html));
        });

        assertThat(messages().path(0).path("body").asText()).isEqualTo("plain");
    }

    @Test
    void takesATextMessageAsTwilioDoes() throws Exception {
        HttpResponse<String> answer = text(TEXT);

        JsonNode sent = json(answer);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(sent.path("sid").asText()).matches("SM[0-9a-f]{32}");
        assertThat(sent.path("status").asText()).isEqualTo("queued");
        assertThat(sent.path("account_sid").asText()).isEqualTo(ACCOUNT.sid());
        JsonNode shown = messages().path(0);
        assertThat(shown.path("channel").asText()).isEqualTo("sms");
        assertThat(shown.path("to").asText()).isEqualTo("+358401234567");
        assertThat(shown.path("from").asText()).isEqualTo("+15005550006");
        assertThat(shown.path("subject").asText()).isEmpty();
        assertThat(shown.path("body").asText()).isEqualTo(TEXT.get("Body"));
    }

    @ParameterizedTest
    @CsvSource({"To,,21604", "To,0401234567,21211", "From,,21603", "Body,,21602"})
    void refusesTextMessageWithTwiliosCode(String field, String value, int code) throws Exception {
        var form = new java.util.HashMap<>(TEXT);
        form.put(field, value == null ? "" : value);

        HttpResponse<String> answer = text(form);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("code").asInt()).isEqualTo(code);
        assertThat(messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1599,201", "1600,201", "1601,400"})
    void limitsTheLengthOfATextMessage(int length, int status) throws Exception {
        var form = new java.util.HashMap<>(TEXT);
        form.put("Body", "x".repeat(length));

        assertThat(text(form).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"refused@example.org,554", "later.too@example.org,451"})
    void doesNotTakeMailForWhoeverStandsForATrouble(String to, int code) throws Exception {
        assertThatThrownBy(() -> mail(to, "Your server", message -> message.setText("1")))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("" + code);
        assertThat(messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"+358401239901,400,21610", "+358401239902,503,20503"})
    void doesNotTakeATextMessageForWhoeverStandsForATrouble(String to, int status, int code) throws Exception {
        HttpResponse<String> answer = text(to(to));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).path("code").asInt()).isEqualTo(code);
        assertThat(messages()).isEmpty();
    }

    @Test
    void takesATextMessageAndDoesNotSaySo() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(sms("/Messages.json"))
                .header("Authorization", ACCOUNT.authorization())
                .timeout(Duration.ofMillis(500))
                .POST(BodyPublishers.ofString(form(to("+358401239903"))))
                .build();

        assertThatThrownBy(() -> http.send(request, BodyHandlers.ofString())).isInstanceOf(HttpTimeoutException.class);
        assertThat(messages()).hasSize(1);
    }

    @Test
    void refusesTextMessageOfAStranger() throws Exception {
        var stranger = new SmsAccount(ACCOUNT.sid(), "another token");

        HttpResponse<String> answer = send("POST", sms("/Messages.json"), form(TEXT), stranger.authorization());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("code").asInt()).isEqualTo(20003);
        assertThat(messages()).isEmpty();
    }

    @Test
    void refusesWhatTheProviderHasNot() throws Exception {
        assertThat(send("POST", sms("/Calls.json"), "", ACCOUNT.authorization()).statusCode())
                .isEqualTo(404);
        assertThat(send("GET", sms("/Messages.json"), "", ACCOUNT.authorization())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void refusesBodyThatIsTooLong() throws Exception {
        String body = "x".repeat(64 * 1024 + 1);

        assertThat(send("POST", sms("/Messages.json"), body, ACCOUNT.authorization())
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void listsTheNewestFirst() throws Exception {
        mail("ada@example.org", "first", message -> message.setText("1"));
        mail("bob@example.org", "second", message -> message.setText("2"));

        assertThat(messages())
                .extracting(message -> message.path("subject").asText())
                .containsExactly("second", "first");
    }

    @Test
    void isEmptyAfterDelete() throws Exception {
        mail("ada@example.org", "gone soon", message -> message.setText("1"));

        HttpResponse<String> answer = send("DELETE", page("/messages"), "", "");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(messages()).isEmpty();
    }

    @Test
    void showsMessagesToPeopleWithoutTrustingThem() throws Exception {
        mail("ada@example.org", "<script>alert('1')</script>", message -> message.setText("a < b & c"));

        String shown = send("GET", page("/"), "", "").body();

        assertThat(shown)
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;", "a &lt; b &amp; c")
                .doesNotContain("<script>");
    }

    @Test
    void putsEverybodyIntoTheSameTroubleUntilItIsOver() throws Exception {
        inbox.trouble(Fate.PUT_OFF);

        assertThat(text(TEXT).statusCode()).isEqualTo(503);
        assertThatThrownBy(() -> mail("ada@example.org", "Hello", message -> message.setText("Hello")))
                .isInstanceOf(MessagingException.class);

        inbox.trouble(null);

        assertThat(text(TEXT).statusCode()).isEqualTo(201);
        mail("ada@example.org", "Hello", message -> message.setText("Hello"));
        assertThat(messages()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"+358401234567, delivered", "+358401239904, undelivered"})
    void tellsTwiceAndSignedWhatBecameOfATextMessage(String to, String end) throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        HttpServer listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            heard.add(exchange.getRequestURI()
                    + " " + exchange.getRequestHeaders().getFirst("X-Twilio-Signature")
                    + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        listener.start();
        String address = "http://localhost:" + listener.getAddress().getPort() + "/callbacks?delivery=1";
        var form = new HashMap<>(to(to));
        form.put("StatusCallback", address + "#rc=5&rp=all");

        String sid = json(text(form)).path("sid").asText();

        List<String> all = new ArrayList<>();
        while (all.size() < 4) {
            all.add(Objects.requireNonNull(heard.poll(1, TimeUnit.MINUTES), "nothing more was heard"));
        }
        listener.stop(0);
        String said = "/callbacks?delivery=1 %s MessageSid=" + sid + "&MessageStatus=%s";
        String ended = said.formatted(signature(address + "MessageSid" + sid + "MessageStatus" + end), end);
        String sent = said.formatted(signature(address + "MessageSid" + sid + "MessageStatussent"), "sent");
        assertThat(all).containsExactlyInAnyOrder(ended, ended, sent, sent);
    }

    private static String signature(String signed) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(ACCOUNT.authToken().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void saysWhatItHasNot() throws Exception {
        assertThat(send("GET", page("/nothing"), "", "").statusCode()).isEqualTo(404);
        assertThat(send("POST", page("/messages"), "", "").statusCode()).isEqualTo(405);
    }

    private void mail(String to, String subject, Content content) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", "" + ports.mail());
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("Handover <handover@example.org>"));
        message.setRecipient(RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        content.fill(message);
        Transport.send(message);
    }

    private HttpResponse<String> text(Map<String, String> form) throws Exception {
        return send("POST", sms("/Messages.json"), form(form), ACCOUNT.authorization());
    }

    private static Map<String, String> to(String number) {
        var form = new java.util.HashMap<>(TEXT);
        form.put("To", number);
        return form;
    }

    private JsonNode messages() throws Exception {
        return json(send("GET", page("/messages"), "", ""));
    }

    private HttpResponse<String> send(String method, URI uri, String body, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI page(String path) {
        return inbox.uri().resolve(path);
    }

    private URI sms(String path) {
        return URI.create("http://localhost:" + ports.sms() + "/2010-04-01/Accounts/" + ACCOUNT.sid() + path);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new JsonMapper().readTree(answer.body());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Fills in what a mail says. */
    private interface Content {
        void fill(MimeMessage message) throws MessagingException;
    }
}
