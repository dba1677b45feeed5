package io.handover.gateway.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.gateway.TestUser;
import io.handover.gateway.Wire;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessLogTest {

    private final TestUser ada = TestUser.anAccount();
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(lines);
    }

    @Test
    void writesALineForEachRequest() {
        ada.request().header("X-Request-Id", "r1").get("/1.3/zone");
        given().header("X-Request-Id", "r2").delete("/v1/nothing");

        awaitLine(
                "request answered method=GET path=/1.3/zone status=200 ", " requestId=r1 accountId=" + ada.accountId());
        awaitLine("request answered method=DELETE path=/v1/nothing status=404 ", " requestId=r2 accountId=-");
    }

    @Test
    void holdsNoSecret() {
        String secret = "secret-" + ada.userId();
        String basic = ada.basic(secret);

        given().header("Authorization", basic).get("/1.3/zone").then().statusCode(401);
        given().header("Authorization", "Bearer ucat_a " + secret)
                .get("/1.3/zone")
                .then()
                .statusCode(401);
        given().header("Authorization", ada.basic("garbled"))
                .get("/1.3/zone")
                .then()
                .statusCode(503);
        ada.request()
                .header("Cookie", secret)
                .queryParam("q", secret)
                .body(secret)
                .post("/1.3/server?answer=hang-up")
                .then()
                .statusCode(502);

        awaitLine("status=502", "accountId=" + ada.accountId());
        assertThat(lines.texts)
                .noneMatch(line -> line.contains(secret) || line.contains(basic.substring("Basic ".length())))
                .noneMatch(line -> line.contains("token-" + ada.name()));
    }

    @Test
    void tellsThatAClientWentAwayAndCallsItNobodysFault() throws IOException {
        try (Socket socket = Wire.connect()) {
            String head = """
                    POST /1.3/server HTTP/1.1
                    Host: localhost
                    X-Request-Id: gone-%s
                    Authorization: %s
                    Content-Length: 10
                    Expect: 100-continue

                    """.formatted(ada.userId(), ada.bearer()).replace("\n", "\r\n");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            Wire.readUntil(socket, "100 Continue");
        }

        awaitLine("request given up, connection lost ", "requestId=gone-" + ada.userId());
        assertThat(lines.texts).noneMatch(line -> line.contains("request failed"));
    }

    private void awaitLine(String... parts) {
        await().untilAsserted(() ->
                assertThat(lines.texts).anySatisfy(line -> assertThat(line).contains(parts)));
    }

    private static final class Lines extends Handler {

        private static final Formatter MESSAGE_AND_CAUSES = new PatternFormatter("%s%e");

        private final List<String> texts = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            texts.add(MESSAGE_AND_CAUSES.format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
