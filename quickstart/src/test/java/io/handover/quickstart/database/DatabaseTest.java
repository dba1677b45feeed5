package io.handover.quickstart.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.quickstart.Main;
import io.handover.quickstart.home.Home;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server in a process of its own, as a stack runs it. */
class DatabaseTest {

    @TempDir
    private static Path binaries;

    @TempDir
    private Path temporary;

    private Home home;
    private int port;
    private Process process;

    @BeforeEach
    void start() throws IOException {
        home = Home.at(temporary);
        port = freePort();
        process = launch();
    }

    @AfterEach
    void stop() throws Exception {
        process.getOutputStream().close();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void givesEachServiceADatabaseThatIsSynced() throws Exception {
        try (Connection connection = connect("identity", "identity", home.secret("identity"))) {
            assertThat(ask(connection, "show fsync")).isEqualTo("on");
            assertThat(ask(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(connection, "select current_user || ' of ' || current_database()"))
                    .isEqualTo("identity of identity");
        }
    }

    @Test
    void keepsServicesOutOfEachOthersDatabases() {
        assertThatThrownBy(() -> connect("permission", "identity", home.secret("identity")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> connect("identity", "identity", home.secret("permission")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void findsItsDataAgain() throws Exception {
        try (Connection connection = connect("identity", "identity", home.secret("identity"));
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept as select 'here' as it");
        }

        stop();
        process = launch();

        try (Connection connection = connect("identity", "identity", home.secret("identity"))) {
            assertThat(ask(connection, "select it from kept")).isEqualTo("here");
        }
    }

    @Test
    void endsAServerThatOutlivedItsLauncher() throws Exception {
        process.destroyForcibly().waitFor();

        process = launch();

        try (Connection connection = connect("identity", "identity", home.secret("identity"))) {
            assertThat(ask(connection, "select 'here'")).isEqualTo("here");
        }
    }

    private Process launch() throws IOException {
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "postgresql",
                        temporary.toString(),
                        binaries.toString(),
                        "" + port,
                        "identity",
                        "permission")
                .redirectError(temporary.resolve("error.log").toFile())
                .start();
        assertThat(started.inputReader().readLine()).isEqualTo("ready");
        return started;
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
