package io.handover.quickstart.forensics;

import io.handover.events.provisioning.PasswordGenerated;
import io.handover.quickstart.client.Unexpected;
import io.handover.quickstart.forensics.Story.Deployed;
import io.handover.quickstart.home.Home;
import io.handover.quickstart.search.Search;
import io.handover.quickstart.stack.Checkout;
import io.handover.quickstart.stack.Plenty;
import io.handover.quickstart.stack.Progress;
import io.handover.quickstart.stack.Settings;
import io.handover.quickstart.stack.Stack;
import io.handover.quickstart.stack.StackFailed;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Deploys, breaks and copies, plays the attacker, and then searches every copy for every password. */
public final class Forensics {

    /** Which parts are killed while a wave of servers is deployed; the one that sends passwords more than once. */
    private static final List<List<String>> KILLED = List.of(
            List.of("provisioning"),
            List.of("notification", "gateway"),
            List.of("sandbox", "identity", "permission"),
            List.of("notification"));

    private static final int COPIED_AFTER = 2;
    private static final int LOGINS_MAX = 40;

    private final Progress progress;
    private final Checkout checkout;
    private final Path folder;
    private final Home home;
    private final Canaries canaries = new Canaries();

    private Forensics(Path checkout, Path folder, PrintStream out) {
        this.progress = new Progress(out);
        this.checkout = new Checkout(checkout);
        this.folder = folder;
        this.home = Home.at(folder.resolve("home"));
    }

    /** Returns 0 if everything was found that was planted, and no password. */
    public static int run(Path checkout, int servers, PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("handover-forensics-").toRealPath();
        out.printf("Forensics with %d servers, in %s on free ports%n", servers, folder);
        try {
            Report report = new Forensics(checkout, folder, out).run(servers);
            report.table().forEach(out::println);
            report.failures().forEach(out::println);
            if (report.failures().isEmpty()) {
                Home.delete(folder);
                out.println("Nothing is left of any password.");
                return 0;
            }
        } catch (StackFailed | Unexpected failed) {
            out.println(failed.getMessage());
        }
        out.printf("It did not hold. %s is kept to look at.%n", folder);
        return 1;
    }

    private Report run(int servers) throws Exception {
        Inspection inspection;
        Search search;
        Attack attack;
        try (var stack = new Stack(Settings.anywhere(checkout.root(), home.path()), progress, environment())) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
            stack.start();
            var databases = new Databases(stack.postgresql(), home);
            var kafka = new KafkaLog(stack.kafka());
            inspection = new Inspection(folder, home, databases, kafka, canaries, progress);
            inspection.plant();
            attack = tell(stack, databases, inspection, kafka, servers);
            search = inspection.searchProcesses(stack.processes(), checkout.jar());
        }
        return new Report(inspection.searchFiles(search), canaries.secrets(), attack);
    }

    private Attack tell(Stack stack, Databases databases, Inspection inspection, KafkaLog kafka, int servers)
            throws Exception {
        try (var operator = Operator.at(databases, home.folder("key-encryption"))) {
            var deliveries = new Deliveries(databases, progress);
            var story = new Story(stack, progress, canaries);
            deploy(story, inspection, servers);
            awaitEnds(story, deliveries, kafka);
            learn(story, operator, kafka);
            List<Deployed> tried = sample(story.deployed());
            story.logIn(tried);
            progress.say("the passwords let in; tried %d, delivered or not".formatted(tried.size()));
            Attack attack = attack(story, deliveries, operator, kafka);
            // What buffers still hold is what came last.
            Stream.of(Way.TEXTED, Way.MAILED, Way.SHOWN).forEach(story::deploy);
            awaitEnds(story, deliveries, kafka);
            learn(story, operator, kafka);
            progress.say("every delivery has ended; %d passwords are known"
                    .formatted(canaries.secrets().size()));
            return attack;
        }
    }

    private void deploy(Story story, Inspection inspection, int servers) throws Exception {
        int wave = Math.ceilDiv(servers, KILLED.size());
        for (int number = 0; number < KILLED.size(); number++) {
            if (number == COPIED_AFTER) {
                inspection.copyInTheMiddle();
                progress.say("copied PostgreSQL's files and tables in the middle of it");
            }
            story.deploy(wave, KILLED.get(number));
        }
    }

    /** Also of servers whose owners got no answer. */
    private static void awaitEnds(Story story, Deliveries deliveries, KafkaLog kafka) throws Exception {
        Set<UUID> servers = Stream.concat(
                        story.deployed().stream().map(Deployed::id),
                        kafka.sealedPasswords().stream().map(PasswordGenerated::serverId))
                .collect(Collectors.toSet());
        deliveries.awaitEnds(servers);
    }

    private void learn(Story story, Operator operator, KafkaLog kafka) {
        story.readInbox();
        for (PasswordGenerated sealed : kafka.sealedPasswords()) {
            String password = operator.open(sealed)
                    .orElseThrow(() -> new Unexpected(
                            "While it was pending, the box of " + sealed.hostname() + " could not be opened."));
            canaries.password(sealed.hostname(), password);
        }
    }

    /** The harder half: all copies of before, and the keys that are left after the next rotation. */
    private Attack attack(Story story, Deliveries deliveries, Operator operator, KafkaLog kafka) throws Exception {
        Set<UUID> finished = deliveries.ended();
        Deployed pending = story.deploy(Way.MAIL_PUT_OFF);
        deliveries.awaitBeginnings(Set.of(pending.id()));
        progress.say("waiting until the key-encryption keys are others");
        operator.awaitRotation();
        var attacker = new Attacker(operator.copies(), operator.keys());
        Attack attack = attacker.attack(kafka.sealedPasswords(), finished, Set.of(pending.id()));
        progress.say(attack.toString());
        story.delete(pending);
        return attack;
    }

    private static List<Deployed> sample(List<Deployed> servers) {
        List<Deployed> running =
                servers.stream().filter(server -> server.way() != Way.DELETED).toList();
        int stride = Math.ceilDiv(running.size(), LOGINS_MAX);
        return IntStream.range(0, running.size())
                .filter(number -> number % stride == 0)
                .mapToObj(running::get)
                .toList();
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Plenty.ENVIRONMENT);
        environment.putAll(Map.ofEntries(
                Map.entry("QUARKUS_LOG_LEVEL", "DEBUG"),
                Map.entry("QUARKUS_LOG_CATEGORY__ORG_HIBERNATE__LEVEL", "DEBUG"),
                Map.entry("QUARKUS_LOG_CATEGORY__ORG_APACHE_KAFKA__LEVEL", "DEBUG"),
                Map.entry("HANDOVER_DELIVERY_LIFETIME", "45s"),
                Map.entry("HANDOVER_DELIVERY_LEASE", "8s"),
                Map.entry("HANDOVER_DELIVERY_FIRST_PAUSE", "1s"),
                Map.entry("HANDOVER_DELIVERY_LONGEST_PAUSE", "5s"),
                Map.entry("HANDOVER_CHANNEL_TIMEOUT", "3s"),
                Map.entry("HANDOVER_DELIVERY_KEY_BATCH", "64"),
                Map.entry("HANDOVER_DELIVERY_KEY_LOW_WATER", "32"),
                Map.entry("HANDOVER_DELIVERY_KEY_LOOK_EVERY", "1s"),
                Map.entry("HANDOVER_KEY_ENCRYPTION_PERIOD", "10s")));
        return environment;
    }
}
