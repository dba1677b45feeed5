package io.handover.system;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.handover.chaos.kafka.Groups;
import io.handover.quickstart.home.Home;
import io.handover.quickstart.stack.Progress;
import io.handover.quickstart.stack.Settings;
import io.handover.quickstart.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Two replicas of everything, behind balancers, on what a former version left: started for the first test that asks for
 * it, stopped after the last.
 */
final class UpgradedStack implements ParameterResolver, AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(UpgradedStack.class);
    private static final Path HOME = Path.of("target", "upgraded");
    private static final Path CHECKOUT = Path.of(System.getProperty("handover.checkout", ".."));
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private static final String GATEWAY = "gateway";
    private static final List<String> APPLICATIONS =
            Stream.concat(DatabaseDump.SERVICES.stream(), Stream.of(GATEWAY)).toList();

    private final Map<String, Balancer> balancers = new HashMap<>();
    private @Nullable Stack stack;
    private @Nullable FormerAnswers former;
    private List<String> changedTables = List.of();
    private List<String> changedAnswers = List.of();

    /** One gateway: another hears of a grant a little later. */
    Api api() {
        return new Api(stack().gateway());
    }

    /** Any gateway, through their balancer. */
    Api anyGateway() {
        return new Api(URI.create(url(GATEWAY)));
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

    /** Where an application takes requests, past its balancer. */
    URI address(String application) {
        return stack().address(application);
    }

    /** Whether a balancer would choose it. */
    boolean isReady(String application) {
        return given().get(stack().management(application).resolve("/q/health/ready"))
                        .statusCode()
                == 200;
    }

    /**
     * Asks the first or the second replica of everything to end, as an upgrade would, and starts them again. Returns
     * when they are ready.
     */
    void replace(int replica) throws InterruptedException {
        stack().restart(APPLICATIONS.stream()
                .map(application -> name(application, replica))
                .toList());
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
        balancers.values().forEach(Balancer::close);
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
        APPLICATIONS.forEach(application -> balancers.put(application, new Balancer()));
        stack = new Stack(settings, new Progress(System.out), environment(formerKeys), 2);
        stack.startWhatKeepsState();
        recording.restore(home, stack.postgresql(), stack.kafka());
        balancers.forEach((application, balancer) ->
                balancer.passOnTo(List.of(replica(application, 1), replica(application, 2))));
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

    /** Whoever asks a service asks the balancer before its replicas. */
    private Map<String, String> environment(Path formerKeys) {
        Map<String, String> environment = new HashMap<>();
        DatabaseDump.SERVICES.forEach(service ->
                environment.put("HANDOVER_GATEWAY_UPSTREAMS_" + service.toUpperCase(Locale.ROOT), url(service)));
        // As many replicas leave their consumer groups at once as nobody upgrades, and on as busy a machine.
        environment.put("HANDOVER_GATEWAY_WITHDRAWAL_PATIENCE", "60s");
        environment.put("HANDOVER_VERSION_PATIENCE", "60s");
        environment.put("HANDOVER_GATEWAY_UPSTREAM_RESPONSE_TIMEOUT", "90s");
        environment.putAll(Map.of(
                "HANDOVER_IDENTITY_URL", url("identity"),
                "HANDOVER_AUDIT_FORMER_KEYS", formerKeys.toAbsolutePath().toString(),
                "HANDOVER_GATEWAY_LIMIT_OPEN_BURST", "100000",
                "HANDOVER_GATEWAY_LIMIT_REQUESTS_BURST", "100000",
                "HANDOVER_DELIVERY_FIRST_PAUSE", "1s",
                "HANDOVER_DELIVERY_LONGEST_PAUSE", "1s",
                // No more than were offered when it was recorded.
                "HANDOVER_DELIVERY_KEY_BATCH", "16",
                "HANDOVER_DELIVERY_KEY_LOW_WATER", "4",
                // A replica that ends is let go of by then, however busy the machine is.
                "QUARKUS_SHUTDOWN_DELAY", "8s"));
        return environment;
    }

    private String url(String application) {
        return Objects.requireNonNull(balancers.get(application)).address().toString();
    }

    private Balancer.Replica replica(String application, int number) {
        String name = name(application, number);
        return new Balancer.Replica(stack().address(name), stack().management(name));
    }

    private static String name(String application, int replica) {
        return replica == 1 ? application : application + "-" + replica;
    }

    private Stack stack() {
        return Objects.requireNonNull(stack, "nobody has asked for the stack");
    }
}
