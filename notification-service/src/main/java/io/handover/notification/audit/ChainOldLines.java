package io.handover.notification.audit;

import io.handover.notification.audit.AuditKeys.Signer;
import io.smallrye.config.SmallRyeConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * V1_12: chains the lines that were written before there was a chain, as they are found and in the order of their time,
 * and signs the ends. Not SQL like the others, because of that.
 */
public final class ChainOldLines implements JavaMigration {

    private static final int PAGE = 500;

    private static final String OLD_ACCOUNTS = "select distinct account_id from audit_line";

    private static final String OLD_LINES = """
            select * from audit_line where account_id = ? order by occurred_at, event_id""";

    private static final String CHAIN = "update audit_line set sequence = ?, hash = ? where event_id = ?";

    private static final String END =
            "insert into audit_chain (account_id, size, hash, checkpoint) values (?, ?, ?, ?)";

    private static final String FINISH = """
            alter table audit_line alter column sequence set not null, alter column hash set not null;
            alter table audit_line add constraint audit_line_in_chain unique (account_id, sequence);
            drop index audit_line_of_account""";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1.12");
    }

    @Override
    public String getDescription() {
        return "chain old lines";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet accounts = statement.executeQuery(OLD_ACCOUNTS)) {
                while (accounts.next()) {
                    end(connection, chain(connection, accounts.getObject(1, UUID.class)));
                }
            }
            statement.execute(FINISH);
        }
    }

    private static ChainHead chain(Connection connection, UUID account) throws SQLException {
        try (PreparedStatement reading = connection.prepareStatement(OLD_LINES);
                PreparedStatement chaining = connection.prepareStatement(CHAIN)) {
            reading.setObject(1, account);
            reading.setFetchSize(PAGE);
            try (ResultSet lines = reading.executeQuery()) {
                return chain(ChainHead.before(account), lines, chaining);
            }
        }
    }

    private static ChainHead chain(ChainHead before, ResultSet lines, PreparedStatement chaining) throws SQLException {
        ChainHead head = before;
        while (lines.next()) {
            head = head.then(facts(lines));
            chaining.setLong(1, head.size());
            chaining.setBytes(2, HexFormat.of().parseHex(head.hash()));
            chaining.setObject(3, lines.getObject("event_id"));
            chaining.addBatch();
            if (head.size() % PAGE == 0) {
                chaining.executeBatch();
            }
        }
        chaining.executeBatch();
        return head;
    }

    private static void end(Connection connection, ChainHead head) throws SQLException {
        Signer signer = AuditKeys.read(
                ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(AuditConfig.class));
        try (PreparedStatement ending = connection.prepareStatement(END)) {
            ending.setObject(1, head.account());
            ending.setLong(2, head.size());
            ending.setBytes(3, HexFormat.of().parseHex(head.hash()));
            ending.setString(4, head.sign(signer, Clock.systemUTC().instant()).checkpoint());
            ending.executeUpdate();
        }
    }

    private static Map<String, @Nullable String> facts(ResultSet line) throws SQLException {
        return Facts.of(
                Facts.asStored(
                        line.getObject("occurred_at", OffsetDateTime.class).toInstant()),
                line.getString("actor"),
                line.getString("actor_token"),
                line.getString("client_address"),
                line.getString("action"),
                line.getString("target_type"),
                line.getString("target_id"),
                line.getString("target_name"),
                line.getBoolean("success") ? "success" : "failure",
                line.getString("detail"),
                line.getString("event_id"),
                line.getString("account_id"));
    }
}
