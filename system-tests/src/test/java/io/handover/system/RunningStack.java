package io.handover.system;

import static io.restassured.RestAssured.given;

import io.handover.quickstart.forensics.Databases;
import io.handover.quickstart.home.Home;
import io.handover.quickstart.stack.Progress;
import io.handover.quickstart.stack.Settings;
import io.handover.quickstart.stack.Stack;
import io.handover.quickstart.stack.StackFailed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole of Handover from its packaged jars: started for the first test that asks for it, stopped after the last.
 */
final class RunningStack implements ParameterResolver, AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(RunningStack.class);

    /** The logs stay here to be looked at. */
    private static final Path HOME = Path.of("target", "stack");

    private @Nullable Collector collector;
    private @Nullable Settings settings;
    private @Nullable Stack stack;

    Api api() {
        return new Api(stack().gateway());
    }

    /** Where an application shows its health and metrics. */
    URI management(String application) {
        return stack().management(application);
    }

    /** What came of traces. */
    Collector collector() {
        return Objects.requireNonNull(collector);
    }

    /** What arrived in the inbox, newest first. */
    List<Map<String, String>> messages() {
        return given().get(stack().inbox().resolve("/messages")).jsonPath().getList("$");
    }

    /** Kafka's address, for who looks behind the door. */
    String kafka() {
        return stack().kafka();
    }

    /** The databases, likewise. */
    Databases databases() {
        return new Databases(stack().postgresql(), home());
    }

    /** Where all state is. */
    Home home() {
        return Home.at(HOME);
    }

    /** A base backup of the databases. */
    Path backUp() throws SQLException, IOException {
        Path backup = HOME.resolveSibling("backup");
        Home.delete(backup);
        databases().backUp(backup);
        return backup;
    }

    /**
     * Loses everything but the secrets and the machines, and starts from a base backup of the databases: Kafka is
     * empty, the key-encryption keys are gone.
     */
    void loseAllBut(Path backup) throws IOException, InterruptedException {
        stack().close();
        for (String part : List.of("postgresql", "kafka", "key-encryption")) {
            Home.delete(home().folder(part));
        }
        Files.move(backup, home().path().resolve("postgresql"));
        startStack();
    }

    /** Stops everything and starts it again, at the same addresses. */
    void restart() throws InterruptedException {
        stack().close();
        startStack();
    }

    /** Ends parts as an upgrade would, and starts them again. */
    void restart(String... parts) throws InterruptedException {
        stack().restart(List.of(parts));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(RunningStack.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent("stack", _ -> start(), RunningStack.class);
    }

    @Override
    public void close() {
        stack().close();
        collector().close();
    }

    private RunningStack start() {
        try {
            Home.delete(HOME);
            collector = new Collector();
            settings = Settings.anywhere(Path.of(System.getProperty("handover.checkout")), HOME);
            startStack();
            return this;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException("the stack did not start", failed);
        }
    }

    private void startStack() throws InterruptedException {
        stack = new Stack(
                Objects.requireNonNull(settings),
                new Progress(System.out),
                collector().environment());
        try {
            stack.start();
        } catch (StackFailed failed) {
            stack.close();
            throw failed;
        }
    }

    private Stack stack() {
        return Objects.requireNonNull(stack, "nobody has asked for the stack");
    }
}
