package io.handover.quickstart;

import io.handover.quickstart.audit.VerifyAudit;
import io.handover.quickstart.broker.Broker;
import io.handover.quickstart.broker.TopicCreation;
import io.handover.quickstart.client.Unexpected;
import io.handover.quickstart.costs.Costs;
import io.handover.quickstart.database.Database;
import io.handover.quickstart.deadletter.DeadCommand;
import io.handover.quickstart.demo.Demo;
import io.handover.quickstart.demo.Story;
import io.handover.quickstart.forensics.Forensics;
import io.handover.quickstart.fuzz.Fuzz;
import io.handover.quickstart.home.Home;
import io.handover.quickstart.inbox.Inbox;
import io.handover.quickstart.inbox.SmsAccount;
import io.handover.quickstart.leash.Leash;
import io.handover.quickstart.overload.Overload;
import io.handover.quickstart.stack.Compute;
import io.handover.quickstart.stack.Progress;
import io.handover.quickstart.stack.Settings;
import io.handover.quickstart.stack.Stack;
import io.handover.quickstart.stack.StackFailed;
import io.handover.quickstart.training.Training;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/**
 * What {@code ./handover} runs: {@code up}, {@code demo}, {@code train}, {@code forensics}, {@code costs},
 * {@code overload}, {@code fuzz}, {@code verify-audit}, {@code dead}, and the processes of {@code up} and of
 * {@code docker compose} that are no services.
 */
public final class Main {

    private Main() {}

    /** The first argument is the verb. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        switch (words.isEmpty() ? "" : words.getFirst()) {
            case "up" -> System.exit(up());
            case "demo" -> System.exit(demo());
            case "forensics" -> System.exit(Forensics.run(checkout(), Integer.parseInt(words.get(1)), System.out));
            case "costs" -> System.exit(Costs.run(checkout(), Integer.parseInt(words.get(1)), System.out));
            case "overload" -> System.exit(Overload.run(checkout(), System.out));
            case "train" -> System.exit(Training.run(checkout(), System.out));
            case "fuzz" ->
                System.exit(
                        Fuzz.run(checkout(), Long.parseLong(words.get(1)), Integer.parseInt(words.get(2)), System.out));
            case "verify-audit" -> System.exit(verifyAudit(words.subList(1, words.size())));
            case "dead" -> System.exit(dead(words.subList(1, words.size())));
            case "kafka" -> runKafka(words);
            case "postgresql" -> runPostgresql(words);
            case "topics" ->
                TopicCreation.run(words.get(1), Integer.parseInt(words.get(2)), Short.parseShort(words.get(3)));
            case "inbox" -> runInbox(words);
            case "story" -> System.exit(tellStory(URI.create(words.get(1)), URI.create(words.get(2))));
            default ->
                throw new IllegalArgumentException(
                        "up, demo, train, forensics, costs, overload, fuzz, verify-audit or dead, not " + words);
        }
    }

    private static int verifyAudit(List<String> arguments) {
        return VerifyAudit.run(arguments, System.out, System.err);
    }

    private static int dead(List<String> arguments) {
        try {
            Path home = Settings.from(System.getenv(), checkout()).home();
            return DeadCommand.run(arguments, home, System.out, System.err);
        } catch (StackFailed failed) {
            System.err.println(failed.getMessage());
            return 1;
        }
    }

    private static int demo() throws IOException, InterruptedException {
        try {
            return Demo.tell(checkout(), Compute.from(System.getenv()).ofOnesOwn(), System.out);
        } catch (StackFailed failed) {
            System.err.println(failed.getMessage());
            return 1;
        }
    }

    private static int up() throws InterruptedException {
        try {
            var settings = Settings.from(System.getenv(), checkout());
            var stack = new Stack(settings, new Progress(System.out));
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
            stack.start();
            System.out.printf(
                    "Handover is ready: %s (mail and SMS: %s, Kafka: %s, state: %s, Ctrl-C stops)%n",
                    stack.gateway(), stack.inbox(), stack.kafka(), settings.home());
            throw stack.broken().join();
        } catch (StackFailed failed) {
            System.err.println(failed.getMessage());
            return 1;
        }
    }

    private static void runKafka(List<String> words) throws Exception {
        Leash.hold();
        new Broker(Path.of(words.get(1)), Integer.parseInt(words.get(2)), Integer.parseInt(words.get(3))).start();
        System.out.println(Stack.READY);
    }

    private static void runPostgresql(List<String> words) throws Exception {
        Leash.hold();
        var database =
                new Database(Home.at(Path.of(words.get(1))), Path.of(words.get(2)), Integer.parseInt(words.get(3)));
        database.start(words.subList(4, words.size()));
        System.out.println(Stack.READY);
        database.awaitEnd();
        System.exit(1);
    }

    /** The inbox where mail and SMS of containers arrive: ports, the SMS account, and the file with its token. */
    private static void runInbox(List<String> words) throws IOException {
        var ports = new Inbox.Ports(
                Integer.parseInt(words.get(1)), Integer.parseInt(words.get(2)), Integer.parseInt(words.get(3)));
        var account = new SmsAccount(
                words.get(4), Files.readString(Path.of(words.get(5))).strip());
        Inbox inbox = Inbox.open(InetAddress.getByName("0.0.0.0"), ports, account, Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(inbox::close, "stop"));
        System.out.println(Stack.READY);
    }

    /** The story of the demo, on an installation that runs. */
    private static int tellStory(URI gateway, URI inbox) {
        try {
            new Story(gateway, inbox, new Progress(System.out)).tell();
            return 0;
        } catch (Unexpected failed) {
            System.err.println(failed.getMessage());
            return 1;
        }
    }

    private static Path checkout() {
        return Path.of(System.getProperty("handover.checkout", "")).toAbsolutePath();
    }
}
