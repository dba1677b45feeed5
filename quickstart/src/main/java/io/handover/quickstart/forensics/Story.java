package io.handover.quickstart.forensics;

import com.fasterxml.jackson.databind.JsonNode;
import io.handover.quickstart.client.Client;
import io.handover.quickstart.client.Servers;
import io.handover.quickstart.client.Unexpected;
import io.handover.quickstart.stack.Progress;
import io.handover.quickstart.stack.Stack;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Deploys servers in every way while parts of the stack are killed, and keeps the passwords that their owners see. */
final class Story {

    private static final int PARALLEL = 6;
    private static final int GONE = 404;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Pattern HOSTNAME = Pattern.compile("s\\d{4,}\\.example\\.org");

    private final Stack stack;
    private final Progress progress;
    private final Canaries canaries;
    private final Client inbox;
    private final Map<Owner, Client> owners = new EnumMap<>(Owner.class);
    private final List<Deployed> deployed = new ArrayList<>();
    private final AtomicInteger hostnames = new AtomicInteger();

    Story(Stack stack, Progress progress, Canaries canaries) {
        this.stack = stack;
        this.progress = progress;
        this.canaries = canaries;
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        inbox = Client.of(http, stack.inbox());
        Client anybody = Client.of(http, stack.gateway());
        for (Owner owner : Owner.values()) {
            anybody.post("/v1/accounts", owner.account(), 201);
            owners.put(owner, anybody.as(owner.username(), Owner.PASSWORD));
        }
    }

    /** A server that was asked for. */
    record Deployed(UUID id, String hostname, Way way) {

        String path() {
            return "/1.3/server/" + id;
        }
    }

    /** Deploys so many servers, and meanwhile kills these parts and starts them again. */
    void deploy(int servers, List<String> killed) throws InterruptedException {
        List<Way> ways = new ArrayList<>();
        for (int number = 0; number < servers; number++) {
            ways.add(Way.of(deployed.size() + number));
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(PARALLEL)) {
            List<Future<Deployed>> begun =
                    ways.stream().map(way -> workers.submit(() -> ask(way))).toList();
            stack.replace(killed);
            collect(begun);
        }
        progress.say(
                "asked for %d servers; killed meanwhile: %s".formatted(deployed.size(), String.join(", ", killed)));
    }

    /** Deploys one server. */
    Deployed deploy(Way way) {
        Deployed server = ask(way);
        deployed.add(server);
        return server;
    }

    /** Deletes a server, as soon as it runs. */
    void delete(Deployed server) {
        Client owner = owner(server.way());
        awaitState(server, "started");
        insist(
                "Stopping " + server.hostname(),
                () -> state(server).equals("stopped")
                        ? server
                        : owner.post(server.path() + "/stop", "{\"stop_server\":{\"stop_type\":\"hard\"}}", 200));
        awaitState(server, "stopped");
        insist("Deleting " + server.hostname(), () -> {
            // It may be deleted already: who did it may have been killed before saying so.
            if (owner.statusOf(server.path()) != GONE) {
                owner.delete(server.path() + "?storages=1");
            }
            return server;
        });
    }

    List<Deployed> deployed() {
        return List.copyOf(deployed);
    }

    /** What arrived in the inbox are canaries from now on. */
    void readInbox() {
        for (JsonNode message : inbox.get("/messages")) {
            String text = message.path("body").asText();
            Matcher hostname = HOSTNAME.matcher(text);
            if (hostname.find()) {
                Servers.passwordIn(text).ifPresent(password -> canaries.password(hostname.group(), password));
            }
        }
    }

    /** Whether the password of each of these lets in to it and to no other server. */
    void logIn(List<Deployed> servers) throws InterruptedException {
        try (ExecutorService workers = Executors.newFixedThreadPool(PARALLEL)) {
            List<Future<String>> logins = servers.stream()
                    .map(server -> workers.submit(() -> hostname(server)))
                    .toList();
            for (int number = 0; number < servers.size(); number++) {
                String expected = servers.get(number).hostname();
                if (!result(logins.get(number)).equals(expected)) {
                    throw new Unexpected("The password of " + expected + " lets in to another server.");
                }
            }
        }
    }

    private String hostname(Deployed server) {
        String password = canaries.passwordOf(server.hostname())
                .orElseThrow(() -> new Unexpected("Nobody knows the password of " + server.hostname() + "."));
        awaitState(server, "started");
        return servers(server.way()).shell(server.id().toString()).hostname(password);
    }

    /** Under a new name at each attempt: one that was not answered may have been heard. */
    private Deployed ask(Way way) {
        Deployed server = insist("Asking for a server", () -> {
            String hostname = "s%04d.example.org".formatted(hostnames.incrementAndGet());
            JsonNode answer = servers(way).request(hostname, way.login());
            String shown = answer.path("password").asText();
            if (!shown.isEmpty()) {
                canaries.password(hostname, shown);
            }
            return new Deployed(UUID.fromString(answer.path("uuid").asText()), hostname, way);
        });
        if (way == Way.DELETED) {
            delete(server);
        }
        return server;
    }

    private void awaitState(Deployed server, String state) {
        insist("Waiting until " + server.hostname() + " is " + state, () -> {
            if (!state(server).equals(state)) {
                throw new Unexpected("it is " + state(server) + ".");
            }
            return state;
        });
    }

    private String state(Deployed server) {
        return servers(server.way()).state(server.id().toString());
    }

    private Servers servers(Way way) {
        return new Servers(owner(way), inbox);
    }

    private Client owner(Way way) {
        return owners.getOrDefault(way.owner(), inbox);
    }

    private void collect(List<Future<Deployed>> begun) throws InterruptedException {
        for (Future<Deployed> each : begun) {
            deployed.add(result(each));
        }
    }

    /** Tries again while a part is down, as people do. */
    private static <T> T insist(String what, Supplier<T> attempt) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return attempt.get();
            } catch (Unexpected failed) {
                if (System.nanoTime() > deadline) {
                    throw new Unexpected(what + " was given up: " + failed.getMessage());
                }
                pause();
            }
        }
    }

    private static <T> T result(Future<T> work) throws InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException failed) {
            throw new Unexpected(String.valueOf(failed.getMessage()));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("It was interrupted.");
        }
    }
}
