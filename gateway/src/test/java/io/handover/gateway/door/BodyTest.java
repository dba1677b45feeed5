package io.handover.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.gateway.TestUser;
import io.handover.gateway.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BodyTest {

    private static final int MAX = 1024 * 1024;
    /** Far more than fits into all the buffers on the way. */
    private static final int FLOOD = 80_000_000;

    private final TestUser ada = TestUser.anAccount();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MAX - 1, MAX})
    void passesABodyOnWhole(int length) {
        Response answer = ada.request().body(new byte[length]).post("/1.3/server");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<Integer>path("body_length")).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({
        "/1.3/server,error.error_code,REQUEST_INVALID",
        "/1.3/account/tokens,type,https://developers.upcloud.com/1.3/errors#ERROR_BAD_REQUEST",
        "/v1/deliveries,type,urn:handover:problem:request-invalid"
    })
    void refusesABodyThatIsTooLarge(String path, String where, String code) {
        Response answer = ada.request().body(new byte[MAX + 1]).post(path);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.<String>path(where)).isEqualTo(code);
        assertThat(answer.asString()).contains("The body is larger than 1048576 bytes.");
    }

    @Test
    void refusesALargeBodyBeforeItIsSent() throws IOException {
        try (Socket socket = Wire.connect()) {
            write(socket, head("Content-Length: 1048577", "Expect: 100-continue"));

            assertThat(Wire.readUntil(socket, "\r\n\r\n")).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void refusesABodyForWhichThoseOfAllOthersLeaveNoRoom() throws IOException {
        List<Socket> others = new ArrayList<>();
        try {
            for (int at = 0; at < 32; at++) {
                Socket other = Wire.connect();
                others.add(other);
                write(other, head("Content-Length: " + MAX) + "x".repeat(MAX - 1));
            }
            await().untilAsserted(() -> assertThat(statusOf(33)).isEqualTo(503));

            Response refused = ada.request().body(new byte[33]).post("/1.3/server");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.<String>path("error.error_message"))
                    .isEqualTo("Too much is being sent at once. Try again.");
            assertThat(statusOf(32)).isEqualTo(200);
        } finally {
            for (Socket other : others) {
                other.close();
            }
        }
        await().untilAsserted(() -> assertThat(statusOf(MAX)).isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource({"1048576,200", "1048577,413"})
    void countsABodyWhoseLengthIsNotDeclared(int length, int status) throws IOException {
        Wire.Answer answer = Wire.sendRaw(head("Transfer-Encoding: chunked", "Connection: close")
                + Integer.toHexString(length) + "\r\n" + "x".repeat(length) + "\r\n0\r\n\r\n");

        assertThat(answer.status()).isEqualTo(status);
        if (status == 200) {
            assertThat(answer.body()).contains("\"body_length\":" + length);
        }
    }

    @Test
    void asksForABodyThatWaitsForIt() throws IOException {
        try (Socket socket = Wire.connect()) {
            write(socket, head("Content-Length: 2", "Expect: 100-continue", "Connection: close"));
            assertThat(Wire.readUntil(socket, "\r\n\r\n")).startsWith("HTTP/1.1 100 ");
            write(socket, "{}");

            assertThat(Wire.readUntil(socket, "\"body_length\":2"))
                    .contains("HTTP/1.1 200 ")
                    .doesNotContain("expect");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, chunked", "gzip", "identity", "chunked, chunked"})
    void refusesTransferCodingsThatItDoesNotKnow(String coding) throws IOException {
        Wire.Answer answer =
                Wire.sendRaw(head("Transfer-Encoding: " + coding, "Connection: close") + "2\r\n{}\r\n0\r\n\r\n");

        assertThat(answer.status()).isIn(400, 501);
        assertThat(answer.body()).doesNotContain("\"service\"");
    }

    /** Whoever counts by the length would take the rest for a second request (RFC 9112, section 11.2). */
    @Test
    void letsNoSecondRequestHideInABody() throws IOException {
        Wire.Answer answer = Wire.sendRaw(head("Content-Length: 4", "Transfer-Encoding: chunked", "Connection: close")
                + "c\r\nGET / HTTP/1\r\n0\r\n\r\n");

        if (answer.status() == 200) {
            assertThat(answer.body()).contains("\"body_length\":12");
            assertThat(answer.body()).doesNotContain("HTTP/1.1 ");
        } else {
            assertThat(answer.status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: -1", "Content-Length: two", "Content-Length: 2\r\nContent-Length: 3"})
    void refusesALengthThatIsNone(String length) throws IOException {
        assertThat(Wire.sendRaw(head(length, "Connection: close") + "{}").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"/1.3/server,200", "/1.3/nothing,404"})
    void takesTheNextRequestOfAConnectionWhateverBecameOfTheFirst(String path, int status) throws IOException {
        Wire.Answer answers = Wire.sendRaw(head("Content-Length: 2").replace("/1.3/server", path) + "{}"
                + head("Content-Length: 4", "Connection: close") + "[{}]");

        assertThat(answers.status()).isEqualTo(status);
        assertThat(answers.body()).contains("HTTP/1.1 200 ", "\"body_length\":4");
    }

    @Test
    void passesALargeAnswerOnWhole() {
        int size = 20_000_000;

        assertThat(ada.request().get("/1.3/zone?answer=bytes&size=" + size).asByteArray())
                .hasSize(size);
    }

    @Test
    void passesAnAnswerOnAsItComes() throws IOException {
        try (Socket socket = Wire.connect()) {
            write(
                    socket,
                    "GET /1.3/zone?answer=in-two-parts&key=" + ada.name()
                            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + ada.bearer() + "\r\n\r\n");
            assertThat(Wire.readUntil(socket, "\r\n1\r\n")).startsWith("HTTP/1.1 200 ");
            TestUser.open(ada.name());

            assertThat(Wire.readUntil(socket, "0\r\n\r\n")).contains("\r\n2\r\n");
        }
    }

    /** The other answer, which is read, is the clock: it takes as long as this one would without back-pressure. */
    @Test
    void takesNoMoreOfAnAnswerThanItsClientAndEndsItWithTheClient() throws IOException {
        try (Socket idle = Wire.connect()) {
            write(
                    idle,
                    "GET /1.3/audit-logs/export?answer=bytes&size=" + FLOOD + "&key=" + ada.name()
                            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + ada.bearer() + "\r\n\r\n");
            Wire.readUntil(idle, "\r\n\r\n");

            assertThat(ada.request()
                            .get("/1.3/audit-logs/export?answer=bytes&size=" + FLOOD)
                            .asByteArray())
                    .hasSize(FLOOD);

            assertThat(ada.sent()).isPositive().isLessThan(FLOOD / 2);
        }

        await().untilAsserted(() -> assertThat(ada.sent()).isNegative());
    }

    private String head(String... headers) {
        return "POST /1.3/server HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + ada.bearer() + "\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n";
    }

    private int statusOf(int length) {
        return ada.request().body(new byte[length]).post("/1.3/server").statusCode();
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
