package io.handover.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Answers as the sandbox does, with machines that only greet; and fails when it is told to. */
public final class FakeSandbox {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String INVENTORY = "/v1/inventory";
    private static final FakeSandbox INSTANCE = new FakeSandbox();

    private final Map<String, Integer> disks = new ConcurrentHashMap<>();
    private final Map<String, FakeMachine> machines = new ConcurrentHashMap<>();
    private final Set<String> removed = ConcurrentHashMap.newKeySet();
    private final Set<Planned> faults = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();
    private final Set<String> sleepers = ConcurrentHashMap.newKeySet();
    private final Set<String> deaf = ConcurrentHashMap.newKeySet();
    private final CountDownLatch never = new CountDownLatch(1);

    private FakeSandbox() {
        try {
            int port = ConfigProvider.getConfig().getValue(SandboxPlace.PORT, Integer.class);
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/v1/", this::handle);
            server.start();
        } catch (IOException failed) {
            throw new UncheckedIOException("no port for the sandbox", failed);
        }
    }

    /** The one that the service talks to. */
    public static FakeSandbox sandbox() {
        return INSTANCE;
    }

    /** What goes wrong. */
    public enum Fault {
        /** 500, and nothing is done. */
        BROKEN,
        /** 409, and nothing is done. */
        REFUSED,
        /** It is done, and the connection breaks before the answer. */
        ANSWER_LOST,
        /** It is done, and the answer comes too late. */
        SLOW
    }

    /** The next requests that fit go wrong, as often as said. */
    public void next(Fault fault, int times, Predicate<Request> which) {
        faults.add(new Planned(fault, new AtomicInteger(times), which));
    }

    /** Whether a disk is there. */
    public boolean hasDisk(String id) {
        return disks.containsKey(id);
    }

    /** Whether a machine is there. */
    public boolean hasMachine(String id) {
        return machines.containsKey(id);
    }

    /** Whether a machine runs. */
    public boolean runs(String id) {
        FakeMachine machine = machines.get(id);
        return machine != null && machine.running;
    }

    /** Somebody turns a machine on or off, and asks nobody. */
    public void turn(String id, boolean on) {
        FakeMachine machine = machines.get(id);
        if (machine != null) {
            machine.running = on;
            machine.greeter.awake(on);
        }
    }

    /** Somebody removes a machine, and asks nobody. */
    public void lose(String id) {
        FakeMachine lost = machines.remove(id);
        if (lost != null) {
            lost.greeter.close();
        }
    }

    /** Somebody makes a machine that no server has. */
    public void makeFor(String id) {
        machines.put(id, new FakeMachine(JSON.createObjectNode().put("hostname", "stray")));
    }

    /** A machine as it was asked for. */
    public JsonNode machine(String id) {
        FakeMachine machine = machines.get(id);
        return machine == null ? JSON.nullNode() : machine.asked;
    }

    /** How big a disk is, in GiB; 0 when there is none. */
    public int diskSize(String id) {
        return disks.getOrDefault(id, 0);
    }

    /** How many requests fitted so far. */
    public long count(Predicate<Request> which) {
        return requests.stream().filter(which).count();
    }

    /** The requests that fitted so far, in their order. */
    public List<Request> requests(Predicate<Request> which) {
        return requests.stream().filter(which).toList();
    }

    /** Machines of a name are made, and do not greet until they are woken. */
    public void sleepy(String hostname) {
        sleepers.add(hostname);
    }

    /** They greet from now on. */
    public void awake(String hostname) {
        sleepers.remove(hostname);
        machines.values().stream()
                .filter(machine -> machine.hostname().equals(hostname))
                .forEach(machine -> machine.greeter.awake(machine.running));
    }

    /** Machines of a name ignore a soft stop, however often; their timeouts never end. */
    public void deaf(String hostname) {
        deaf.add(hostname);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (!request.path().equals(INVENTORY)) { // Asked for by a sweep, whatever a test is about.
            requests.add(request);
        }
        if (!("Bearer " + SandboxPlace.TOKEN)
                .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, null);
            return;
        }
        switch (fault(request)) {
            case null -> answer(exchange, request);
            case BROKEN -> answer(exchange, 500, null);
            case REFUSED -> answer(exchange, 409, null);
            case ANSWER_LOST -> {
                act(request);
                exchange.close();
            }
            case SLOW -> {
                act(request);
                waitTooLong();
                answer(exchange, 204, null);
            }
        }
    }

    private @Nullable Fault fault(Request request) {
        return faults.stream()
                .filter(planned -> !request.path().equals(INVENTORY))
                .filter(planned -> planned.which.test(request) && planned.times.getAndDecrement() > 0)
                .map(Planned::fault)
                .findFirst()
                .orElse(null);
    }

    private void answer(HttpExchange exchange, Request request) throws IOException {
        JsonNode answer = act(request);
        answer(exchange, answer == null ? 404 : answer.isMissingNode() ? 409 : answer.isNull() ? 204 : 200, answer);
    }

    private static void answer(HttpExchange exchange, int status, @Nullable JsonNode body) throws IOException {
        byte[] bytes = body == null || body.isEmpty() ? new byte[0] : JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Null when there is no such machine; JSON's null when there is nothing to say, missing when it cannot be. */
    private @Nullable JsonNode act(Request request) throws IOException {
        String[] path = request.path().split("/", -1);
        String id = path.length > 3 ? path[3] : "";
        JsonNode body = request.body().isEmpty() ? JSON.missingNode() : JSON.readTree(request.body());
        String what = path.length > 4 ? " " + path[4] : "";
        return switch (request.method() + " " + path[2] + what) {
            case "PUT disks" -> {
                if (removed.contains(id)) {
                    yield JSON.missingNode();
                }
                disks.putIfAbsent(id, body.path("sizeGib").asInt());
                yield JSON.nullNode();
            }
            case "PUT disks size" -> grow(id, body.path("sizeGib").asInt());
            case "POST disks restore" -> restore(id, body.path("source").asText());
            case "DELETE disks" -> {
                removed.add(id);
                disks.remove(id);
                yield JSON.nullNode();
            }
            case "PUT machines" -> make(id, body);
            case "PUT machines disks" -> isThere(body.path("disks")) ? change(id, body) : JSON.missingNode();
            case "PUT machines size" -> runs(id) ? JSON.missingNode() : change(id, body);
            case "PUT machines root-password" -> isOlder(id, body) ? JSON.missingNode() : change(id, body);
            case "DELETE machines" -> {
                removed.add(id);
                FakeMachine gone = machines.remove(id);
                if (gone != null) {
                    gone.greeter.close();
                }
                yield JSON.nullNode();
            }
            case "POST machines start" -> power(id, body, true);
            case "POST machines stop" -> power(id, body, false);
            case "POST machines restart" -> power(id, body, true);
            case "GET machines" -> view(id);
            case "GET inventory" -> inventory();
            default -> null;
        };
    }

    private @Nullable JsonNode grow(String disk, int size) {
        Integer there = disks.get(disk);
        if (there == null) {
            return null;
        }
        return there > size || disks.replace(disk, size) == null ? JSON.missingNode() : JSON.nullNode();
    }

    private @Nullable JsonNode restore(String disk, String backup) {
        if (!disks.containsKey(disk)) {
            return null;
        }
        return disks.containsKey(backup) ? JSON.nullNode() : JSON.missingNode();
    }

    private boolean isThere(JsonNode wanted) {
        return wanted.valueStream().allMatch(disk -> disks.containsKey(disk.asText()));
    }

    private @Nullable JsonNode make(String id, JsonNode asked) {
        if (removed.contains(id) || !isThere(asked.path("disks"))) {
            return JSON.missingNode();
        }
        machines.computeIfAbsent(id, ignored -> {
            var machine = new FakeMachine(asked);
            machine.greeter.awake(!sleepers.contains(machine.hostname()));
            return machine;
        });
        return view(id);
    }

    private @Nullable JsonNode change(String id, JsonNode fields) {
        FakeMachine machine = machines.get(id);
        if (machine != null) {
            machine.change(fields);
        }
        return view(id);
    }

    private boolean isOlder(String id, JsonNode password) {
        String known = machine(id).path("passwordId").asText();
        return known.compareTo(password.path("passwordId").asText()) > 0;
    }

    private @Nullable JsonNode power(String id, JsonNode how, boolean on) {
        FakeMachine machine = machines.get(id);
        if (machine != null) {
            boolean ignored = "soft".equals(how.path("type").asText()) && deaf.contains(machine.hostname());
            machine.running = on || (ignored && machine.running);
            machine.greeter.awake(machine.running);
        }
        return view(id);
    }

    private @Nullable JsonNode view(String id) {
        FakeMachine machine = machines.get(id);
        return machine == null ? null : machine.view(id);
    }

    private JsonNode inventory() {
        ObjectNode inventory = JSON.createObjectNode();
        var all = inventory.putArray("machines");
        machines.forEach((id, machine) -> all.add(machine.view(id)));
        return inventory;
    }

    private void waitTooLong() {
        try {
            never.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What the service asked.
     *
     * @param path such as {@code /v1/disks/ID}
     */
    public record Request(String method, String path, String body) {

        /** Whether it is this method on a path that begins so, with something in its body. */
        public boolean is(String wantedMethod, String start, String part) {
            return method.equals(wantedMethod) && path.startsWith(start) && body.contains(part);
        }
    }

    private record Planned(Fault fault, AtomicInteger times, Predicate<Request> which) {}

    private static final class FakeMachine {

        private volatile JsonNode asked;
        private final Greeter greeter = new Greeter();
        private volatile boolean running = true;

        FakeMachine(JsonNode asked) {
            this.asked = asked;
        }

        void change(JsonNode fields) {
            ObjectNode changed = asked.deepCopy();
            asked = changed.setAll((ObjectNode) fields);
        }

        String hostname() {
            return asked.path("hostname").asText();
        }

        ObjectNode view(String id) {
            ObjectNode view = JSON.createObjectNode();
            view.put("id", id).put("hostname", hostname()).put("state", running ? "running" : "stopped");
            view.putObject("ssh").put("host", "127.0.0.1").put("port", greeter.port());
            return view;
        }
    }
}
