package io.handover.quickstart.overload;

import io.handover.quickstart.client.Unexpected;
import io.handover.quickstart.forensics.Jvm;
import io.handover.quickstart.home.Home;
import io.handover.quickstart.stack.Progress;
import io.handover.quickstart.stack.Settings;
import io.handover.quickstart.stack.Stack;
import io.handover.quickstart.stack.StackFailed;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Storms on a stack of its own, with the usual limits, while a few people go on with their work. */
public final class Overload {

    private static final Duration LENGTH = Duration.ofSeconds(20);

    /** An idle thread keeps the last request that it worked on, until it ends. */
    private static final Duration REST = Duration.ofMinutes(1);

    private static final Duration PACE = Duration.ofMillis(100);
    private static final int ROUNDS_AT_ONE_ADDRESS = 40;
    private static final List<String> WATCHED =
            List.of("gateway", "identity", "permission", "provisioning", "notification");

    /** Whoever asks says where the question comes from. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("HANDOVER_GATEWAY_TRUSTED_PROXIES", "127.0.0.0/8,::1/128");

    private final Stack stack;
    private final Progress progress;
    private final URI gateway;
    private final AtomicInteger moves = new AtomicInteger();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    private Overload(Stack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
        this.gateway = stack.gateway();
    }

    /** Prints how each storm was weathered; returns 0 if all of them were. */
    public static int run(Path checkout, PrintStream out) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("handover-overload-").toRealPath();
        out.printf("%d storms of %d s, in %s on free ports%n", Storm.values().length - 1, LENGTH.toSeconds(), folder);
        if (isWeathered(Settings.anywhere(checkout, folder), out)) {
            Home.delete(folder);
            return 0;
        }
        out.printf("%s is kept to look at.%n", folder);
        return 1;
    }

    private static boolean isWeathered(Settings settings, PrintStream out) throws IOException, InterruptedException {
        var progress = new Progress(out);
        try (var stack = new Stack(settings, progress, ENVIRONMENT)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
            stack.start();
            Report report = new Overload(stack, progress).weather();
            report.lines().forEach(out::println);
            return report.complaints().isEmpty();
        } catch (StackFailed | Unexpected failed) {
            out.println(failed.getMessage());
            return false;
        }
    }

    private Report weather() throws IOException, InterruptedException {
        open();
        List<Report.Weather> weathers = new ArrayList<>();
        weather(Storm.QUIET);
        Map<String, Long> before = memory();
        for (Storm storm : Storm.values()) {
            progress.say(storm.toString());
            weathers.add(weather(storm));
        }
        Thread.sleep(REST);
        return new Report(weathers, before, memory());
    }

    /** One after the other: opening an account costs a computation of Argon2id. */
    private void open() {
        for (int number = 0; number < People.WORKERS; number++) {
            open(People.username(number), People.address(number, 0));
        }
        for (int number = 0; number < People.CUSTOMERS; number++) {
            open(People.customer(number), People.address(People.WORKERS + number, 0));
        }
        progress.say("opened " + (People.WORKERS + People.CUSTOMERS) + " accounts");
    }

    private void open(String username, String address) {
        var tally = new Tally();
        send(new Ask("POST", "/v1/accounts", "", address, People.account(username)), tally);
        if (tally.failed() + tally.putOff() > 0) {
            throw new Unexpected("The account " + username + " could not be opened: " + tally);
        }
    }

    private Report.Weather weather(Storm storm) throws InterruptedException {
        var work = new Tally();
        var blows = new Tally();
        var over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, People.WORKERS).forEach(number -> threads.execute(() -> work(number, work, over)));
            IntStream.range(0, storm.clients())
                    .forEach(number -> threads.execute(() -> blow(storm, new Random(number), blows, over)));
            Thread.sleep(LENGTH);
            over.set(true);
        }
        return new Report.Weather(storm, work, blows);
    }

    /** Looks, and changes something; and signs in now and then, because the gateway knows no address but the last. */
    private void work(int number, Tally tally, AtomicBoolean over) {
        String authorization = People.authorization(People.username(number));
        for (int round = 0; !over.get(); round++) {
            String address = People.address(number, moves.getAndIncrement() / ROUNDS_AT_ONE_ADDRESS);
            String settings = "{\"rotate_on_bounce\":" + (round % 2 == 0) + "}";
            send(Ask.get("/1.3/server", authorization, address), tally);
            LockSupport.parkNanos(PACE.toNanos());
            send(new Ask("PUT", "/v1/delivery-settings", authorization, address, settings), tally);
            LockSupport.parkNanos(PACE.toNanos());
        }
    }

    private void blow(Storm storm, Random random, Tally tally, AtomicBoolean over) {
        while (!over.get()) {
            send(storm.next(random), tally);
        }
    }

    private void send(Ask ask, Tally tally) {
        long began = System.nanoTime();
        http.sendAsync(ask.of(gateway), BodyHandlers.discarding())
                .handle((answer, lost) -> {
                    if (answer == null) {
                        tally.addLost();
                    } else {
                        boolean saysWhen =
                                answer.headers().firstValue("Retry-After").isPresent();
                        tally.add(answer.statusCode(), saysWhen, Duration.ofNanos(System.nanoTime() - began));
                    }
                    return answer;
                })
                .join();
    }

    private Map<String, Long> memory() throws IOException, InterruptedException {
        Map<String, Long> memory = new TreeMap<>();
        Map<String, ProcessHandle> processes = stack.processes();
        for (String part : WATCHED) {
            memory.put(
                    part,
                    new Jvm(part, Objects.requireNonNull(processes.get(part)).pid()).liveKib());
        }
        return memory;
    }
}
