package io.handover.system;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How long it takes from asking for a server until root is in it by SSH. Asked for by name: {@code docs/incus.md}. */
class IncusBenchmark {

    private static final int DEPLOYMENTS = 30;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);
    private static final Duration OFTEN = Duration.ofMillis(20);

    @Test
    void deploysOneFourAndSixteenAtOnce() throws Exception {
        var stack = new IncusStack();
        try {
            stack.start();
            Workspace ada = stack.open();
            // The first ones pay for code that was never run.
            deploy(ada, 4);
            for (int atOnce : List.of(1, 4, 16)) {
                print(atOnce, deploy(ada, atOnce));
            }
        } finally {
            stack.stop();
        }
    }

    private static List<Taken> deploy(Workspace workspace, int atOnce) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            List<Callable<Taken>> tasks = new ArrayList<>();
            for (int at = 0; at < DEPLOYMENTS; at++) {
                String hostname = "b" + at + ".example.org";
                tasks.add(() -> deployAndDelete(workspace, hostname));
            }
            List<Taken> taken = new ArrayList<>();
            for (Future<Taken> task : threads.invokeAll(tasks)) {
                taken.add(task.get());
            }
            return taken;
        }
    }

    private static Taken deployAndDelete(Workspace workspace, String hostname) {
        long begun = System.nanoTime();
        var answer = workspace.api().post(workspace.owner(), "/1.3/server", Deploy.withPassword(hostname, "none"));
        final long answered = System.nanoTime();
        String server = answer.jsonPath().getString("server.uuid");
        String password = answer.jsonPath().getString("server.password");
        await(() -> workspace.state(server).equals("started"));
        final long started = System.nanoTime();
        JsonPath access = workspace
                .api()
                .get(workspace.owner(), "/v1/servers/" + server + "/access")
                .jsonPath();
        await(() -> logsIn(access, password));
        final long in = System.nanoTime();
        workspace.stopAndDelete(server);
        return new Taken(answered - begun, started - begun, in - begun);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(LONG_ENOUGH)
                .pollDelay(Duration.ZERO)
                .pollInterval(OFTEN)
                .until(condition);
    }

    private static boolean logsIn(JsonPath access, String password) {
        try {
            return !SshLogin.hostname(access, password).isEmpty();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void print(int atOnce, List<Taken> all) {
        System.out.printf(
                "%2d at once: answered %s, started %s, root is in %s (p50, p99 of %d, in seconds)%n",
                atOnce,
                quantiles(all.stream().map(Taken::answered).toList()),
                quantiles(all.stream().map(Taken::started).toList()),
                quantiles(all.stream().map(Taken::in).toList()),
                all.size());
    }

    private static String quantiles(List<Long> nanoseconds) {
        List<Long> sorted = nanoseconds.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%.2f %.2f",
                sorted.get(sorted.size() / 2) / 1e9,
                sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1) / 1e9);
    }

    /** Nanoseconds since the request was sent. */
    private record Taken(long answered, long started, long in) {}
}
