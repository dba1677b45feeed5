package io.handover.quickstart.database;

import io.handover.quickstart.home.Home;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * One PostgreSQL server with a database and a user for each service, whose passwords are the home's secrets. Its data
 * outlives it and is synced to disk, as in production.
 */
public final class Database {

    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);
    private static final String ADMINISTRATOR = "postgres";

    private final Home home;
    private final Path program;
    private final int port;

    /**
     * A server on loopback.
     *
     * @param program the folder that the server's binaries are unpacked into
     */
    public Database(Home home, Path program, int port) {
        this.home = home;
        this.program = program;
        this.port = port;
    }

    /** Returns when every database is there; the server goes on until this JVM ends. */
    public void start(List<String> services) throws IOException, SQLException, InterruptedException {
        endLeftover();
        EmbeddedPostgres server = server();
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            for (String service : services) {
                makeDatabase(connection, service);
            }
        }
    }

    /** Returns when the server has ended. */
    public void awaitEnd() throws IOException {
        postmaster().ifPresent(process -> process.onExit().join());
    }

    /** Kills the server of a home with all its processes, as a power cut would. Returns when they are gone. */
    public static void kill(Path home) {
        List<ProcessHandle> all = processes(home);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** The server of a home with all its processes, the postmaster before its children, so that it does not tidy up. */
    public static List<ProcessHandle> processes(Path home) {
        try {
            return new Database(Home.at(home), home, 0)
                    .postmaster().stream()
                            .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                            .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(program.toFile())
                .setDataDirectory(data())
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(START_PATIENCE)
                .setOutputRedirector(Redirect.appendTo(home.log("postgresql").toFile()))
                // These go to initdb, which takes the last of two options: "trust" would let in whoever is on loopback.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", home.secretFile(ADMINISTRATOR).toString())
                // The same order and case everywhere, whatever locales the machine has.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // One call for the new data instead of one per file, where there is such a call.
                .setLocaleConfig("sync-method", System.getProperty("os.name").equals("Linux") ? "syncfs" : "fsync")
                .setConnectConfig("password", home.secret(ADMINISTRATOR))
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "200")
                // The library passes -F, which switches it off; this comes later.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                // The details of an error can be a whole row, and a log is no place for one.
                .setServerConfig("log_error_verbosity", "terse")
                .start();
    }

    private void makeDatabase(Connection connection, String service) throws SQLException {
        if (isMissing(connection, "select from pg_roles where rolname = ?", service)) {
            execute(connection, "create role " + service + " login");
        }
        // Letters and digits, and never typed in by anybody.
        execute(connection, "alter role " + service + " password '" + home.secret(service) + "'");
        if (isMissing(connection, "select from pg_database where datname = ?", service)) {
            execute(connection, "create database " + service + " owner " + service);
            execute(connection, "revoke all on database " + service + " from public");
        }
    }

    private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return !statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A server that outlived a launcher which was killed still holds the data. */
    private void endLeftover() throws IOException, InterruptedException {
        List<String> lines = postmasterFile();
        if (lines.isEmpty()) {
            return;
        }
        Instant written = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        Optional<ProcessHandle> leftover = postmaster().filter(process -> began(process, written));
        if (leftover.isPresent() && !hasEnded(leftover.get(), ProcessHandle::destroy)) {
            hasEnded(leftover.get(), ProcessHandle::destroyForcibly);
        }
    }

    private static boolean hasEnded(ProcessHandle process, End end) throws InterruptedException {
        end.of(process);
        try {
            process.onExit().get(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        List<String> lines = postmasterFile();
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    /** False for a later process that was given the same number. */
    private static boolean began(ProcessHandle process, Instant written) {
        Instant began = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(began, written).abs().compareTo(CLOCK_TOLERANCE) < 0;
    }

    /** What the server writes into the data folder: its process on the first line, when it began on the third. */
    private List<String> postmasterFile() throws IOException {
        Path file = data().resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private Path data() {
        return home.folder("postgresql");
    }

    /** How a process is asked to end. */
    private interface End {
        boolean of(ProcessHandle process);
    }
}
