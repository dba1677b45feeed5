package io.handover.system;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.handover.chaos.kafka.Groups;
import io.handover.quickstart.home.Home;
import io.handover.quickstart.stack.Progress;
import io.handover.quickstart.stack.Settings;
import io.handover.quickstart.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole of Handover on what a former version left: started for the first test that asks for it, stopped after the
 * last.
 */
final class UpgradedStack implements ParameterResolver, AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(UpgradedStack.class);
    private static final Path HOME = Path.of("target", "upgraded");
    private static final Path CHECKOUT = Path.of(System.getProperty("handover.checkout", ".."));
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private @Nullable Stack stack;
    private @Nullable FormerAnswers former;
    private List<String> changedTables = List.of();
    private List<String> changedAnswers = List.of();

    Api api() {
        return new Api(stack().gateway());
    }

    FormerAnswers former() {
        return Objects.requireNonNull(former);
    }

    /** The tables whose rows were not as before when every service had heard every record from the first one on. */
    List<String> changedTables() {
        return changedTables;
    }

    /** What was not answered as before then. */
    List<String> changedAnswers() {
        return changedAnswers;
    }

    Groups groups() {
        return new Groups(stack().kafka());
    }

    /** What arrived in the inbox, newest first. */
    List<Map<String, String>> messages() {
        return given().get(stack().inbox().resolve("/messages")).jsonPath().getList("$");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(UpgradedStack.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent("stack", _ -> start(), UpgradedStack.class);
    }

    @Override
    public void close() {
        if (stack != null) {
            stack.close();
        }
    }

    private UpgradedStack start() {
        try (Recording recording = Recording.checkedIn()) {
            start(recording);
            return this;
        } catch (Exception failed) {
            close();
            throw new IllegalStateException("the stack did not start", failed);
        }
    }

    private void start(Recording recording) throws Exception {
        Home.delete(HOME);
        Home home = Home.at(HOME);
        recording.restore(home);
        former = recording.answers();
        Path formerKeys = Files.writeString(home.path().resolve("former-audit-keys"), former.word("audit keys"));
        Settings settings = Settings.anywhere(CHECKOUT, HOME);
        stack = new Stack(settings, new Progress(System.out), environment(formerKeys));
        stack.startWhatKeepsState();
        recording.restore(home, stack.postgresql(), stack.kafka());
        stack.startApplications();
        await().atMost(LONG_ENOUGH).until(() -> groups().haveReadAll(DatabaseDump.SERVICES));
        changedTables = recording.changed(home, stack.postgresql());
        changedAnswers = changed(former);
    }

    private List<String> changed(FormerAnswers former) throws IOException {
        List<String> changed = new ArrayList<>();
        for (FormerAnswers.Answer answer : former.answers()) {
            String text = api().get(former.caller(answer.who()), answer.path()).asString();
            changed.addAll(FormerAnswers.differences(
                    answer.who() + " " + answer.path(), answer.body(), FormerAnswers.json(text)));
        }
        return changed;
    }

    private static Map<String, String> environment(Path formerKeys) {
        return Map.of(
                "HANDOVER_AUDIT_FORMER_KEYS", formerKeys.toAbsolutePath().toString(),
                "HANDOVER_DELIVERY_FIRST_PAUSE", "1s",
                "HANDOVER_DELIVERY_LONGEST_PAUSE", "1s",
                // No more than were offered when it was recorded.
                "HANDOVER_DELIVERY_KEY_BATCH", "16",
                "HANDOVER_DELIVERY_KEY_LOW_WATER", "4");
    }

    private Stack stack() {
        return Objects.requireNonNull(stack, "nobody has asked for the stack");
    }
}
