package io.handover.notification.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.handover.events.audit.AuditChain;
import io.handover.events.audit.Checkpoint;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database of the version before, in a schema of its own. */
@QuarkusTest
class ChainOldLinesTest {

    private static final Instant NEWEST = Instant.parse("2026-01-01T00:00:00.1Z");
    private static final String SCHEMA = "before_the_chain";

    private final UUID ada = UUID.randomUUID();
    private final UUID eve = UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    @Inject
    AuditKeys keys;

    @AfterEach
    void forgetIt() throws SQLException {
        execute("drop schema " + SCHEMA + " cascade");
    }

    @Test
    void chainsTheLinesOfEachAccountInTheOrderOfTheirTimeAndSignsTheEnds() throws Exception {
        flyway().target("1.11").load().migrate();
        write(ada, 3);
        write(eve, 1);

        flyway().load().migrate();

        assertChained(ada, 3);
        assertChained(eve, 1);
    }

    @Test
    void hasNothingToDoInANewDatabase() throws Exception {
        flyway().load().migrate();

        assertThat(query("select count(*) from audit_chain")).containsExactly("0");
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database)
                .schemas(SCHEMA)
                .locations("db/kit", "db/access", "db/migration")
                .javaMigrations(new ChainOldLines());
    }

    /** The latest first. */
    private void write(UUID account, int lines) throws SQLException {
        execute("""
                insert into audit_line (event_id, account_id, occurred_at, actor, action, target_type, target_id,
                                        success, detail)
                select gen_random_uuid(), '%s', timestamptz '%s' - number * interval '1 hour',
                       'ada', 'server.stop', 'server', number, true, null
                from generate_series(1, %d) number""".formatted(account, NEWEST, lines));
    }

    private void assertChained(UUID account, int size) throws Exception {
        String hash = AuditChain.genesis(account);
        for (int sequence = 1; sequence <= size; sequence++) {
            String row = " from audit_line where account_id = '%s' and sequence = %d".formatted(account, sequence);
            int number = size + 1 - sequence;
            var facts = Facts.of(
                    Facts.asStored(NEWEST.minus(Duration.ofHours(number))),
                    "ada",
                    null,
                    null,
                    "server.stop",
                    "server",
                    "" + number,
                    null,
                    "success",
                    null,
                    query("select event_id" + row).getFirst(),
                    account.toString());
            hash = AuditChain.hash(hash, facts, sequence);
            assertThat(query("select encode(hash, 'hex')" + row)).containsExactly(hash);
        }
        String note = query("select checkpoint from audit_chain where account_id = '" + account + "'")
                .getFirst();
        Checkpoint signed = Checkpoint.open(note, keys.signer().known());
        assertThat(signed.account()).isEqualTo(account);
        assertThat(signed.size()).isEqualTo(size);
        assertThat(signed.head()).isEqualTo(hash);
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(qualified(sql))) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(Objects.requireNonNull(rows.getString(1)));
            }
            return found;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(qualified(sql));
        }
    }

    private static String qualified(String sql) {
        return sql.replaceAll("audit_(line|chain)", SCHEMA + ".$0");
    }
}
