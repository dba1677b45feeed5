package io.handover.notification.audit;

import static io.handover.notification.audit.Exports.ask;
import static io.handover.notification.audit.Exports.export;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Far more lines than fit into what lies between the database and a client that does not read. */
@QuarkusTest
class SlowReaderTest {

    private static final int LINES = 100_000;

    private final Caller ada = TestCallers.anAccount();

    @Inject
    AgroalDataSource database;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void muchHappened() throws SQLException {
        execute("""
                insert into audit_line (event_id, account_id, occurred_at, action, target_type, target_id, success,
                                        sequence, hash)
                select gen_random_uuid(), '%s', timestamptz '2026-01-01 00:00Z' + number / 3 * interval '1 ms',
                       'server.stop', 'server', number, true, number, sha256('')
                from generate_series(1, %d) number""".formatted(ada.accountId(), LINES));
        execute("insert into audit_chain (account_id, size, hash) values ('%s', %d, sha256(''))"
                .formatted(ada.accountId(), LINES));
        execute("analyze audit_line");
    }

    @AfterEach
    void forgetIt() throws SQLException {
        execute("delete from audit_line where account_id = '%s'".formatted(ada.accountId()));
        execute("delete from audit_chain where account_id = '%s'".formatted(ada.accountId()));
    }

    /** The other export, which is read, is the clock: it takes as long as this one would without back-pressure. */
    @Test
    void readsNoFurtherThanItsReader() throws IOException {
        double before = read();
        try (Socket idle = ask(ada, "?format=csv")) {
            await().until(() -> read() > before);

            assertThat(countLines(export(ada, "?format=csv"))).isEqualTo(1 + LINES);

            assertThat(read() - before - LINES).isLessThan(LINES / 2.0);
            assertThat(bodyLines(idle))
                    .as("and it goes on when its reader does")
                    .isEqualTo(LINES);
        }
    }

    @Test
    void letsNoMoreExportsInThanItIsTold() throws IOException {
        try (Socket first = ask(ada, "?format=csv");
                Socket second = ask(ada, "?format=json")) {
            headArrives(first);
            headArrives(second);

            Response refused = export(ada, "");

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.<String>path("error.error_code")).isEqualTo("SERVICE_ERROR");
        }
        await().untilAsserted(this::comesInOnceTheyHungUp);
    }

    private void comesInOnceTheyHungUp() throws IOException {
        try (Socket third = ask(ada, "")) {
            headArrives(third);
        }
    }

    private double read() {
        return meters.counter("handover.audit.lines.read").count();
    }

    private static long countLines(Response answer) {
        return answer.then().statusCode(200).extract().asString().lines().count();
    }

    private static void headArrives(Socket socket) throws IOException {
        assertThat(new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.0 200 OK");
    }

    private static long bodyLines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                .lines()
                .filter(line -> line.contains("server.stop"))
                .count();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
