package io.handover.system;

import io.handover.quickstart.database.Administrator;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * One service's database as text: the migrations that made it, in the order in which they were applied, and each
 * table's rows.
 */
final class DatabaseDump {

    static final List<String> SERVICES = List.of("identity", "permission", "provisioning", "notification");

    private static final String HISTORY = """
            create table flyway_schema_history (
                installed_rank integer not null, version varchar(50), description varchar(200) not null,
                type varchar(20) not null, script varchar(1000) not null, checksum integer,
                installed_by varchar(100) not null, installed_on timestamp not null default now(),
                execution_time integer not null, success boolean not null,
                constraint flyway_schema_history_pk primary key (installed_rank));
            create index flyway_schema_history_s_idx on flyway_schema_history (success);
            """;
    private static final String SCRIPTS =
            "select script from flyway_schema_history where type = 'SQL' order by installed_rank";
    private static final String SEQUENCES = """
            select 'select setval(''' || sequencename || ''', ' || last_value || ');' from pg_sequences
            where schemaname = 'public' and last_value is not null""";
    private static final String TABLES =
            "select tablename from pg_tables where schemaname = 'public' order by tablename";
    private static final String CSV = " with (format csv, header)";

    /** What consumers that came later hear for the first time, attempts that go on, and migrations. */
    private static final Set<String> GROWING =
            Set.of("account_version_seen", "delivery_step", "flyway_schema_history", "inbox");

    /** What goes on by itself: an attempt to deliver, the stock of keys, and what is said of both. */
    private static final Set<String> RESTLESS = Set.of(
            "notification.account_version",
            "notification.audit_chain",
            "notification.delivery",
            "notification.delivery_key",
            "notification.outbox",
            "provisioning.offered_key");

    private final Administrator administrator;
    private final String service;
    private final Path folder;

    /** In a folder of its own below another one. */
    DatabaseDump(Administrator administrator, String service, Path folder) {
        this.administrator = administrator;
        this.service = service;
        this.folder = folder.resolve(service);
    }

    /** Writes it. The migrations are in the checkout that the service was built from. */
    void record(Path checkout) throws SQLException, IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("schema.sql"), schema(checkout));
        for (String table : administrator.strings(service, TABLES)) {
            Files.writeString(folder.resolve(table + ".csv"), rows(table, columnsOf(table)));
        }
    }

    /** Puts all of it into a database that is empty. */
    void restore() throws SQLException, IOException {
        try (Connection connection = administrator.connect(service);
                Statement statement = connection.createStatement()) {
            // No trigger fires, and rows may come before those that they refer to.
            statement.execute("set session_replication_role = replica");
            statement.execute("set role " + service);
            statement.execute(Files.readString(folder.resolve("schema.sql")));
            for (Path table : tables()) {
                copy(connection)
                        .copyIn("copy " + name(table) + " (" + columns(table) + ") from stdin" + CSV, reader(table));
            }
        }
    }

    /** The tables that do not hold what was recorded of them, or hold more than should have come. */
    List<String> changed() throws SQLException, IOException {
        List<String> changed = new ArrayList<>();
        for (Path table : tables()) {
            String name = service + "." + name(table);
            if (!RESTLESS.contains(name) && !holds(table)) {
                changed.add(name);
            }
        }
        return changed;
    }

    private boolean holds(Path table) throws SQLException, IOException {
        List<String> before = sorted(Files.readString(table));
        List<String> now = sorted(rows(name(table), columns(table)));
        return GROWING.contains(name(table)) ? now.containsAll(before) : now.equals(before);
    }

    private String schema(Path checkout) throws SQLException, IOException {
        StringBuilder schema = new StringBuilder(HISTORY);
        for (String script : administrator.strings(service, SCRIPTS)) {
            schema.append("-- ").append(script).append('\n').append(migration(checkout, script));
        }
        administrator
                .strings(service, SEQUENCES)
                .forEach(line -> schema.append(line).append('\n'));
        return schema.toString();
    }

    private String migration(Path checkout, String script) throws IOException {
        for (String module : List.of("service-kit", service + "-service")) {
            Path resources = checkout.resolve(module).resolve("src/main/resources/db");
            try (Stream<Path> files = Files.walk(resources)) {
                var found = files.filter(file -> file.getFileName()
                                .toString()
                                .equals(Path.of(script).getFileName().toString()))
                        .findFirst();
                if (found.isPresent()) {
                    return Files.readString(found.get());
                }
            }
        }
        throw new IllegalArgumentException(script + " is not in " + checkout);
    }

    private String rows(String table, String columns) throws SQLException, IOException {
        try (Connection connection = administrator.connect(service)) {
            var rows = new StringWriter();
            copy(connection).copyOut("copy " + table + " (" + columns + ") to stdout" + CSV, rows);
            return rows.toString();
        }
    }

    private List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    private static CopyManager copy(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** But those that PostgreSQL makes from others. */
    private String columnsOf(String table) throws SQLException {
        return administrator.strings(service, """
                        select string_agg(quote_ident(attname), ',' order by attnum) from pg_attribute
                        where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''""".formatted(table)).getFirst();
    }

    private static String columns(Path table) throws IOException {
        return Files.readString(table).lines().findFirst().orElseThrow();
    }

    private static String name(Path table) {
        return table.getFileName().toString().replace(".csv", "");
    }

    private static StringReader reader(Path table) throws IOException {
        return new StringReader(Files.readString(table));
    }

    private static List<String> sorted(String text) {
        return text.lines().sorted().toList();
    }
}
