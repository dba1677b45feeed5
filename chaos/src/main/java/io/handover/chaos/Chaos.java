package io.handover.chaos;

import io.handover.chaos.check.Comparison;
import io.handover.chaos.check.Verdict;
import io.handover.chaos.check.World;
import io.handover.chaos.client.Tenant;
import io.handover.chaos.history.History;
import io.handover.chaos.history.KnownPassword;
import io.handover.chaos.kafka.Groups;
import io.handover.chaos.nemesis.Nemesis;
import io.handover.chaos.observe.Observer;
import io.handover.chaos.observe.Postbox;
import io.handover.chaos.plan.Faults;
import io.handover.chaos.plan.Intentions;
import io.handover.quickstart.client.Unexpected;
import io.handover.quickstart.home.Home;
import io.handover.quickstart.stack.Progress;
import io.handover.quickstart.stack.Settings;
import io.handover.quickstart.stack.Stack;
import io.handover.quickstart.stack.StackFailed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** One run: starts everything twice, uses and breaks it for a while, lets it come to rest, and judges. */
public final class Chaos {

    private static final int REPLICAS = 2;
    private static final int TENANTS = 6;
    private static final Duration REST_MAX = Duration.ofMinutes(6);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** What has come to rest stays so for a while: jobs and events follow from each other. */
    private static final int LOOKS_AT_REST = 3;

    private static final List<String> SERVICES = List.of("identity", "permission", "provisioning", "notification");
    private static final List<String> SECOND_SERVICES =
            SERVICES.stream().map(service -> service + "-2").toList();

    private final Plan plan;
    private final Stack stack;
    private final Path home;
    private final Progress progress;
    private final Groups groups;
    private final Observer observer;
    private final History history = new History();
    private final List<Tenant> tenants;

    private Chaos(Plan plan, Stack stack, Home home, Progress progress) {
        this.plan = plan;
        this.stack = stack;
        this.home = home.path();
        this.progress = progress;
        this.groups = new Groups(stack.kafka());
        this.observer = new Observer(stack.postgresql(), groups, home);
        this.tenants = IntStream.range(0, TENANTS)
                .mapToObj(number -> new Tenant(number, stack.gateways(), history, progress::elapsed, Clock.systemUTC()))
                .toList();
    }

    /**
     * What is to be done.
     *
     * @param seed of operations and faults
     * @param length how long clients and faults go on; start, rest and judgement come to that
     */
    public record Plan(long seed, Duration length) {}

    /** Returns 0 if nothing was violated. */
    public static int run(Path checkout, Plan plan, PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("handover-chaos-").toRealPath();
        out.printf(
                "Chaos with seed %d for %d s, in %s on free ports%n",
                plan.seed(), plan.length().toSeconds(), folder);
        if (holds(checkout, plan, folder, out)) {
            Home.delete(folder);
            return 0;
        }
        out.printf(
                "It did not hold. %s is kept to look at. Again: ./handover chaos --seed %d --minutes %d%n",
                folder, plan.seed(), Math.max(1, plan.length().toMinutes()));
        return 1;
    }

    private static boolean holds(Path checkout, Plan plan, Path folder, PrintStream out) throws Exception {
        var progress = new Progress(out);
        Home home = Home.at(folder.resolve("home"));
        Settings settings = Settings.anywhere(checkout, home.path());
        try (var stack = new Stack(settings, progress, Environment.of(settings), REPLICAS)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
            stack.start();
            var chaos = new Chaos(plan, stack, home, progress);
            Verdict verdict = chaos.run();
            new Report(chaos.history, verdict).lines().forEach(out::println);
            return verdict.violations().isEmpty();
        } catch (StackFailed | Unexpected failed) {
            out.println(failed.getMessage());
            return false;
        }
    }

    private Verdict run() throws Exception {
        Postbox postbox = Postbox.at(stack.inbox());
        try {
            open();
            useAndBreak();
            progress.say("healed; waiting until nothing moves");
            awaitRest();
            World world = observer.look(postbox, shown(), listed());
            progress.say("looked at what is left; reading every topic once more");
            World after = replayed(world);
            return Verdict.on(history.operations(), history.disruptions(), after);
        } finally {
            postbox.close();
        }
    }

    private void open() throws InterruptedException {
        inParallel(tenants.stream()
                        .map(tenant -> (Callable<Boolean>) tenant::open)
                        .toList())
                .stream()
                .filter(opened -> !opened)
                .findAny()
                .ifPresent(failed -> {
                    throw new Unexpected("Not every tenant could be opened, before anything was broken.");
                });
        progress.say("opened " + TENANTS + " accounts");
    }

    private void useAndBreak() throws InterruptedException {
        Duration end = progress.elapsed().plus(plan.length());
        BooleanSupplier over = () -> progress.elapsed().compareTo(end) >= 0;
        List<Intentions> intentions = Intentions.of(plan.seed(), TENANTS);
        var nemesis = new Nemesis(stack, home, history, progress);
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int number = 0; number < TENANTS; number++) {
            Tenant tenant = tenants.get(number);
            Intentions wishes = intentions.get(number);
            all.add(() -> use(tenant, wishes, over));
        }
        all.add(() -> breakThings(nemesis, Faults.ofParts(plan.seed()), over));
        all.add(() -> breakThings(nemesis, Faults.ofMessages(plan.seed()), over));
        inParallel(all);
    }

    private static boolean use(Tenant tenant, Intentions wishes, BooleanSupplier over) throws InterruptedException {
        while (!over.getAsBoolean()) {
            tenant.act(wishes.next());
        }
        return true;
    }

    private static boolean breakThings(Nemesis nemesis, Faults faults, BooleanSupplier over)
            throws InterruptedException, IOException {
        nemesis.breakThings(faults, over);
        return true;
    }

    /** What does not come to rest is found by the judgement. */
    private void awaitRest() throws InterruptedException {
        Duration end = progress.elapsed().plus(REST_MAX);
        int atRest = 0;
        while (atRest < LOOKS_AT_REST && progress.elapsed().compareTo(end) < 0) {
            Thread.sleep(LOOK);
            Map<String, Long> left = observer.leftovers();
            atRest = left.entrySet().stream().allMatch(Chaos::isAtRest) ? atRest + 1 : 0;
        }
    }

    /** What was put aside stays there. */
    private static boolean isAtRest(Map.Entry<String, Long> left) {
        return left.getValue() == 0 || left.getKey().startsWith("records in");
    }

    private List<KnownPassword> shown() {
        return tenants.stream().flatMap(tenant -> tenant.shown().stream()).toList();
    }

    private List<Comparison> listed() {
        return tenants.stream()
                .flatMap(tenant -> IntStream.range(0, REPLICAS).mapToObj(gateway -> listed(tenant, gateway)))
                .toList();
    }

    private Comparison listed(Tenant tenant, int gateway) {
        return new Comparison(
                "the list of %s through gateway %d".formatted(tenant.username(), gateway + 1),
                observer.hostnames(tenant.username()),
                Set.copyOf(tenant.listed(gateway)));
    }

    /** Every service hears everything once more. */
    private World replayed(World world) throws InterruptedException {
        awaitRest();
        Set<String> before = observer.fingerprints();
        stack.end(SERVICES);
        stack.end(SECOND_SERVICES);
        groups.rewindAll();
        stack.bringBack(SERVICES);
        stack.bringBack(SECOND_SERVICES);
        awaitRest();
        var same = new Comparison("after reading every topic once more, the database", before, observer.fingerprints());
        return world.after(observer.leftovers(), same);
    }

    private static <T> List<T> inParallel(List<Callable<T>> work) throws InterruptedException {
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> each : workers.invokeAll(work)) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }
}
