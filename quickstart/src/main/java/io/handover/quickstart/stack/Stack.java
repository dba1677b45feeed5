package io.handover.quickstart.stack;

import io.handover.quickstart.home.Home;
import io.handover.quickstart.home.HomeLock;
import io.handover.quickstart.inbox.Fate;
import io.handover.quickstart.inbox.Inbox;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Kafka, PostgreSQL, an inbox, the sandbox or an Incus, the services and the gateway, each a process of its own but the
 * inbox.
 */
public final class Stack implements AutoCloseable {

    /** What a part prints when it is ready, if it answers no HTTP. */
    public static final String READY = "ready";

    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    /** As whoever upgrades is told to have. */
    private static final Duration END_PATIENCE = Duration.ofSeconds(60);

    /** A JVM that was trained writes down what it learned before it ends. */
    private static final Duration TRAINING_PATIENCE = Duration.ofMinutes(5);

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration REMINDER = Duration.ofSeconds(15);

    private final Settings settings;
    private final Checkout checkout;
    private final Progress progress;
    private final Map<String, String> environment;
    private final Health health = new Health();
    private final int replicas;
    private final boolean training;
    private final List<Child> children = new ArrayList<>();
    private final Map<String, Plan> away = new HashMap<>();
    private final Map<String, Child> abandoned = new HashMap<>();
    private final CompletableFuture<StackFailed> broken = new CompletableFuture<>();

    private @Nullable Plans plans;
    private @Nullable HomeLock lock;
    private @Nullable Leftovers leftovers;
    private @Nullable Inbox inbox;
    private @Nullable PrivateIncus incus;
    private volatile boolean closing;

    /** A stack that is not started yet. */
    public Stack(Settings settings, Progress progress) {
        this(settings, progress, Map.of());
    }

    /** A stack whose applications find all of this in their environment, whatever else they would be told. */
    public Stack(Settings settings, Progress progress, Map<String, String> environment) {
        this(settings, progress, environment, 1);
    }

    /**
     * The same with so many replicas of each service, and as many gateways, each with replicas of its own behind it.
     */
    public Stack(Settings settings, Progress progress, Map<String, String> environment, int replicas) {
        this(settings, progress, environment, replicas, false);
    }

    private Stack(
            Settings settings, Progress progress, Map<String, String> environment, int replicas, boolean training) {
        this.replicas = replicas;
        this.training = training;
        this.settings = settings;
        this.checkout = new Checkout(settings.checkout());
        this.progress = progress;
        this.environment = environment;
    }

    /** A stack whose parts write down what they learn, beside their jars in the checkout, when it is closed. */
    public static Stack inTraining(Settings settings, Progress progress) {
        return new Stack(settings, progress, Map.of(), 1, true);
    }

    /** Whether that was done since the checkout was built. */
    public static boolean isTrained(Path checkout) {
        var built = new Checkout(checkout);
        built.requireBuilt(Plans.MODULES);
        return Plans.areTrained(built);
    }

    /** Returns when every part answers. Who calls it closes the stack, also when it fails. */
    public void start() throws InterruptedException {
        startWhatKeepsState();
        startApplications();
    }

    /** The first half of a start: PostgreSQL and Kafka, for who has something to put there before anything reads it. */
    public void startWhatKeepsState() throws InterruptedException {
        checkout.requireBuilt(Plans.MODULES);
        Home home = takeHome();
        requireFree("HANDOVER_PORT", settings.port());
        requireFree("HANDOVER_INBOX_PORT", settings.inboxPort());
        requireFree("HANDOVER_KAFKA_PORT", settings.kafkaPort());
        var ports = new Ports(new Random(), settings.ports().boxed().collect(Collectors.toSet()));
        plans = new Plans(home, settings, ports, environment, startMachines(home), replicas, new AotCaches(training));
        Management.of(home.path()).write(plans.operated());
        openInbox(plans);
        await(launch(List.of(plans.postgresql(), plans.kafka())));
    }

    /** The other half of a start. */
    public void startApplications() throws InterruptedException {
        for (List<Plan> replica : Objects.requireNonNull(plans).applications()) {
            await(launch(replica));
        }
    }

    /** The gateway, which is the only part that clients may reach. */
    public URI gateway() {
        return URI.create("http://localhost:" + settings.port());
    }

    /** Every gateway, that one first. */
    public List<URI> gateways() {
        return Objects.requireNonNull(plans).gatewayPorts().stream()
                .map(port -> URI.create("http://localhost:" + port))
                .toList();
    }

    /** From now on every message has this fate, whoever gets it; null leaves it to the recipients again. */
    public synchronized void trouble(@Nullable Fate fate) {
        Objects.requireNonNull(inbox).trouble(fate);
    }

    /** Where mail and text messages arrive. */
    public URI inbox() {
        return URI.create("http://localhost:" + settings.inboxPort());
    }

    /** Kafka's host and port, for who looks behind the door. */
    public String kafka() {
        return Objects.requireNonNull(plans).kafkaAddress();
    }

    /** Where the gateway or a service, by its name, shows its health and metrics, likewise. */
    public URI management(String application) {
        return Objects.requireNonNull(plans).management(application);
    }

    /** Where it takes requests, likewise. */
    public URI address(String application) {
        return Objects.requireNonNull(plans).address(application);
    }

    /** PostgreSQL's host and port, likewise. */
    public String postgresql() {
        return Objects.requireNonNull(plans).postgresqlAddress();
    }

    /** The processes that run, by the names of the parts. */
    public synchronized Map<String, ProcessHandle> processes() {
        return children.stream()
                .collect(Collectors.toMap(Child::name, child -> child.process().toHandle()));
    }

    /** Kills parts without a warning, as a power cut would, and starts them again. Returns when they answer. */
    public void replace(List<String> parts) throws InterruptedException {
        kill(parts);
        bringBack(parts);
    }

    /** Asks parts to end, as an upgrade would, and starts them again. Returns when they answer. */
    public void restart(List<String> parts) throws InterruptedException {
        end(parts);
        bringBack(parts);
    }

    /** Kills parts without a warning. They stay away until they are brought back. */
    public void kill(List<String> parts) throws InterruptedException {
        for (Child child : takeOut(parts)) {
            child.kill();
        }
    }

    /** Asks parts to end, and waits until they have. They stay away until they are brought back. */
    public void end(List<String> parts) {
        List<Child> ending = takeOut(parts);
        ending.forEach(Child::askToEnd);
        ending.forEach(child -> child.awaitEnd(END_PATIENCE));
    }

    /** From now on a part may end by itself. It is there until it is brought back, which kills what is left of it. */
    public synchronized void abandon(String part) {
        abandoned.put(part, takeOut(part));
    }

    /** Starts parts again that are away. Returns when they answer. */
    public void bringBack(List<String> parts) throws InterruptedException {
        for (Child child : takeAbandoned(parts)) {
            child.kill();
        }
        await(launch(parts.stream().map(this::plan).toList()));
    }

    private synchronized List<Child> takeAbandoned(List<String> parts) {
        return parts.stream().map(abandoned::remove).filter(Objects::nonNull).toList();
    }

    private synchronized Plan plan(String part) {
        return Objects.requireNonNull(away.remove(part), part);
    }

    /** Completes when a part dies that nobody stopped. */
    public CompletableFuture<StackFailed> broken() {
        return broken;
    }

    /** Stops every part, those first that stand on others. */
    @Override
    public void close() {
        closing = true;
        stopChildren();
        synchronized (this) {
            stopMachines();
            if (inbox != null) {
                inbox.close();
            }
            if (leftovers != null) {
                leftovers.forget();
            }
            if (lock != null) {
                Management.of(settings.home()).forget();
                lock.close();
            }
        }
    }

    private static void requireFree(String variable, int port) {
        if (!Ports.isFree(port)) {
            throw new StackFailed("Port " + port + " is taken. Another one can be given: " + variable + "=" + (port + 1)
                    + " ./handover up");
        }
    }

    private synchronized Home takeHome() throws InterruptedException {
        Home home = Home.at(settings.home());
        lock = HomeLock.take(home)
                .orElseThrow(() -> new StackFailed("Another \"./handover up\" runs in " + home.path()
                        + ". HANDOVER_HOME gives this one a folder of its own."));
        leftovers = new Leftovers(home);
        int ended = leftovers.end();
        if (ended > 0) {
            progress.say("ended " + ended + " processes of a stack that was killed");
        }
        return home;
    }

    /** Returns what provisioning is to be told of it. */
    private Map<String, String> startMachines(Home home) throws InterruptedException {
        if (settings.compute() != Compute.PRIVATE_INCUS) {
            return Map.of();
        }
        progress.say("waiting for Incus");
        PrivateIncus own = new PrivateIncus(checkout, home);
        synchronized (this) {
            requireOpen();
            incus = own;
        }
        return own.start();
    }

    private synchronized void openInbox(Plans plans) {
        var ports = new Inbox.Ports(settings.inboxPort(), plans.mailPort(), plans.smsPort());
        inbox = Inbox.open(InetAddress.getLoopbackAddress(), ports, plans.smsAccount(), Clock.systemUTC());
    }

    private List<Child> launch(List<Plan> plans) {
        progress.say("waiting for " + plans.stream().map(Plan::name).collect(Collectors.joining(", ")));
        return plans.stream().map(this::launch).toList();
    }

    private synchronized Child launch(Plan plan) {
        requireOpen();
        Child child = Child.start(plan, health);
        children.add(child);
        if (leftovers != null) {
            leftovers.remember(child.process().toHandle());
        }
        Thread.ofVirtual().start(() -> watch(child));
        return child;
    }

    private List<Child> takeOut(List<String> parts) {
        return parts.stream().map(this::takeOut).toList();
    }

    private synchronized Child takeOut(String part) {
        Child child = children.stream()
                .filter(each -> each.name().equals(part))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(part));
        children.remove(child);
        away.put(part, child.plan());
        return child;
    }

    private synchronized boolean isMissed(Child child) {
        return children.contains(child);
    }

    private void watch(Child child) {
        child.awaitEnd();
        if (!closing && isMissed(child)) {
            broken.complete(new StackFailed(child.obituary()));
        }
    }

    private void await(List<Child> waiting) throws InterruptedException {
        List<Child> left = new ArrayList<>(waiting);
        Duration begun = progress.elapsed();
        Duration reminded = begun;
        while (!left.isEmpty()) {
            requireOpen();
            if (broken.isDone()) {
                throw broken.join();
            }
            left.removeIf(this::isReady);
            if (progress.elapsed().minus(begun).compareTo(START_PATIENCE) > 0) {
                throw new StackFailed(left.getFirst().unreadiness(START_PATIENCE));
            }
            if (!left.isEmpty() && progress.elapsed().minus(reminded).compareTo(REMINDER) > 0) {
                progress.say(
                        "still waiting for " + left.stream().map(Child::name).collect(Collectors.joining(", ")));
                reminded = progress.elapsed();
            }
            Thread.sleep(POLL);
        }
    }

    private boolean isReady(Child child) {
        boolean ready = child.isReady();
        if (ready) {
            progress.say(child.name());
        }
        return ready;
    }

    private void stopMachines() {
        if (incus == null) {
            return;
        }
        try {
            incus.stop();
        } catch (StackFailed failed) {
            progress.say("Incus goes on: " + failed.getMessage());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireOpen() {
        if (closing) {
            throw new StackFailed("The start was interrupted.");
        }
    }

    private synchronized void stopChildren() {
        if (children.isEmpty()) {
            return;
        }
        for (Tier tier : Arrays.asList(Tier.values()).reversed()) {
            List<Child> stopping =
                    children.stream().filter(child -> child.tier() == tier).toList();
            stopping.forEach(Child::askToEnd);
            stopping.forEach(child -> child.awaitEnd(training ? TRAINING_PATIENCE : STOP_PATIENCE));
        }
        children.clear();
        progress.say("stopped");
    }
}
