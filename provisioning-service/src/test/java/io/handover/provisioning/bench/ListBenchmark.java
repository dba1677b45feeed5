package io.handover.provisioning.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * How long a page of 100 and a check of one server take a member, while its account has 1,000, 10,000 and 100,000
 * servers. {@code ./handover bench} runs it; it is no test of the suite. It fails when the largest account takes over
 * twice as long as the smallest.
 */
@QuarkusTest
class ListBenchmark {

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);
    private static final int MEMBERS = 1_000;
    private static final int ROUNDS = Integer.getInteger("handover.bench.rounds", 10);
    private static final int REQUESTS = 100;
    private static final double GROWTH_MAX = 2;
    private static final UUID ACCOUNT = UUID.fromString("00000000-0000-4000-8000-00000000000a");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Cell, List<Duration>> took = new HashMap<>();

    @Test
    void staysAsFastWhileTheAccountGrows() throws Exception {
        var sizes = new Sizes(ACCOUNT);
        for (int size : SIZES) {
            sizes.seed(size);
        }
        List<UUID> members = sizes.members(MEMBERS);
        measure(sizes, members, 2); // For the compiler; forgotten.
        took.clear();
        measure(sizes, members, ROUNDS);
        report();
        sizes.drop(SIZES);
        for (var question : Question.values()) {
            for (int percent : List.of(50, 99)) {
                assertThat(growth(question, percent))
                        .as("growth of p%d of %s", percent, question.title)
                        .isLessThanOrEqualTo(GROWTH_MAX);
            }
        }
    }

    /** Sizes take turns, so that whatever else the machine does meanwhile meets all of them. */
    private void measure(Sizes sizes, List<UUID> members, int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            for (int size : SIZES) {
                sizes.show(size);
                for (var question : Question.values()) {
                    ask(sizes, question, size, members, round);
                }
                sizes.hide(size);
            }
        }
    }

    private void ask(Sizes sizes, Question question, int size, List<UUID> members, int round) throws Exception {
        List<Duration> durations = took.computeIfAbsent(new Cell(question, size), ignored -> new ArrayList<>());
        for (int request = 0; request < REQUESTS; request++) {
            int member = (round * REQUESTS + request) % MEMBERS;
            UUID user = members.get(member);
            var caller = new Caller(ACCOUNT, user, "bob" + member, false, Optional.empty(), false);
            durations.add(answer(caller, question.path.formatted(sizes.granted(user, request))));
        }
    }

    private Duration answer(Caller caller, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", TestCallers.bearer(caller))
                .build();
        long begun = System.nanoTime();
        var answer = http.send(request, BodyHandlers.ofString());
        Duration duration = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return duration;
    }

    private void report() {
        System.out.printf(
                "%nMilliseconds of a request of a member, one at a time, over HTTP; %d requests in each cell.%n%n%-34s",
                ROUNDS * REQUESTS, "servers of the account");
        SIZES.forEach(size -> System.out.printf("%,12d", size));
        System.out.printf("%12s%n", "growth");
        for (var question : Question.values()) {
            for (int percent : List.of(50, 99)) {
                System.out.printf("%-34s", question.title + ", p" + percent);
                SIZES.forEach(size -> System.out.printf("%12.2f", millis(question, size, percent)));
                System.out.printf("%11.2fx%n", growth(question, percent));
            }
        }
        System.out.println();
    }

    private double growth(Question question, int percent) {
        return millis(question, SIZES.getLast(), percent) / millis(question, SIZES.getFirst(), percent);
    }

    private double millis(Question question, int size, int percent) {
        long[] sorted = took.getOrDefault(new Cell(question, size), List.of()).stream()
                .mapToLong(Duration::toNanos)
                .sorted()
                .toArray();
        return sorted[Math.ceilDiv(sorted.length * percent, 100) - 1] / 1e6;
    }

    private record Cell(Question question, int size) {}

    /** What is asked; {@code %s} is a server that the member was granted. */
    private enum Question {
        SERVERS("a page of 100 servers", "/1.3/server?limit=100"),
        STORAGES("a page of 100 storages", "/1.3/storage/private?limit=100"),
        CHECK("a check of one server", "/1.3/server/%s");

        private final String title;
        private final String path;

        Question(String title, String path) {
            this.title = title;
            this.path = path;
        }
    }
}
