package io.handover.provisioning.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service's tables, once for each size of an account; one of them at a time stands where the service looks. */
final class Sizes {

    private static final List<String> TABLES =
            List.of("server", "storage", "storage_attachment", "tag", "server_tag", "storage_tag", "access_grant");

    private final UUID account;
    private final Map<UUID, List<UUID>> granted = new HashMap<>();

    Sizes(UUID account) {
        this.account = account;
    }

    void seed(int size) throws IOException, SQLException {
        try (InputStream file = Objects.requireNonNull(Sizes.class.getResourceAsStream("/bench/size.sql"))) {
            execute(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{n}", "" + size)
                    .replace("{account}", account.toString()));
        }
        for (String table : TABLES) {
            execute("vacuum (analyze) size_" + size + "." + table);
        }
    }

    /** The members, who are the same in all sizes. */
    List<UUID> members(int count) throws SQLException {
        return ids("select size_1000.id('0a', m) from generate_series(0, " + (count - 1) + ") m");
    }

    /** Puts a size where the service looks. */
    void show(int size) throws SQLException {
        move("public", "hidden");
        move("size_" + size, "public");
        granted.clear();
    }

    /** Takes it away again. */
    void hide(int size) throws SQLException {
        move("public", "size_" + size);
        move("hidden", "public");
    }

    /** One of the servers that a member was granted by name. */
    UUID granted(UUID user, int choice) throws SQLException {
        if (!granted.containsKey(user)) {
            granted.put(
                    user,
                    ids("select target_id from access_grant where target_type = 'server' and target_id is not null"
                            + " and user_id = '" + user + "'"));
        }
        List<UUID> servers = granted.getOrDefault(user, List.of());
        return servers.get(choice % servers.size());
    }

    void drop(List<Integer> sizes) throws SQLException {
        for (int size : sizes) {
            execute("drop schema size_" + size + " cascade");
        }
    }

    private static void move(String from, String to) throws SQLException {
        var moves = new StringBuilder("create schema if not exists " + to + ";");
        TABLES.forEach(table -> moves.append("alter table ")
                .append(from)
                .append('.')
                .append(table)
                .append(" set schema ")
                .append(to)
                .append(';'));
        execute(moves.toString());
    }

    private static List<UUID> ids(String sql) throws SQLException {
        try (Connection database = open();
                var rows = database.createStatement().executeQuery(sql)) {
            List<UUID> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection database = open();
                var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection open() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }
}
