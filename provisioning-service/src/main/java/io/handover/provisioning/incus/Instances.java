package io.handover.provisioning.incus;

import com.fasterxml.jackson.databind.JsonNode;
import io.handover.provisioning.compute.ComputeRefused;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What is done with single instances. */
final class Instances {

    private static final Duration WHILE_BUSY = Duration.ofMillis(100);
    private static final Duration WHILE_BUSY_MAX = Duration.ofSeconds(1);
    private static final int TIMES_BUSY = 10;

    private static final int START_SECONDS = 60;
    private static final int UNPLUG_SECONDS = 30;
    private static final int MOMENT_SECONDS = 1;

    private final IncusApi incus;

    Instances(IncusApi incus) {
        this.incus = incus;
    }

    Uni<Optional<Instance>> find(String name) {
        return incus.find(path(name)).map(found -> found.map(Instance::of));
    }

    /** The machine of a server; refused when there is none. */
    Uni<Instance> machine(UUID server) {
        return find(Keys.machine(server))
                .map(found -> found.orElseThrow(() -> new ComputeRefused("there is no machine of server " + server)));
    }

    /** All, as far as Handover notes something down of them. */
    Uni<List<Instance>> all() {
        return incus.get("/instances?recursion=1")
                .map(all -> all.valueStream().map(Instance::of).toList());
    }

    /** The name of one of which something is noted down; empty when there is none. */
    Uni<Optional<String>> named(String key, String value) {
        return incus.get("/instances?filter=" + IncusApi.encoded("config." + key + " eq " + value))
                .map(found -> found.valueStream()
                        .map(JsonNode::asText)
                        .map(IncusApi::name)
                        .findFirst());
    }

    /** Makes one, unless it is there. */
    Uni<Void> create(Map<String, Object> wanted, Optional<String> target) {
        String where = target.map(name -> "?target=" + IncusApi.encoded(name)).orElse("");
        return incus.change("POST", "/instances" + where, wanted);
    }

    /** Notes something down; an empty text is nothing. */
    Uni<Void> note(String name, Map<String, String> config) {
        return patiently(incus.change("PATCH", path(name), Map.of("config", config)));
    }

    /** Gives it devices, instead of those with the same names. */
    Uni<Void> attach(String name, Map<String, String> config, Map<String, Map<String, String>> devices) {
        return patiently(incus.change("PATCH", path(name), Map.of("config", config, "devices", devices)));
    }

    /** Its configuration becomes another one, and it has these devices only. */
    Uni<Void> rewrite(
            Instance instance, Consumer<Map<String, String>> change, Map<String, Map<String, String>> devices) {
        return patiently(incus.change("PUT", path(instance.name()), instance.changed(change, devices)));
    }

    Uni<Void> rename(String name, String other) {
        return name.equals(other)
                ? Uni.createFrom().voidItem()
                : patiently(incus.change("POST", path(name), Map.of("name", other)));
    }

    /** Removes one, if it is there; it is stopped. */
    Uni<Void> delete(String name) {
        return patiently(incus.delete(path(name)));
    }

    /** Starts one; one that runs by now is started. */
    Uni<Void> start(String name) {
        return patiently(incus.change("PUT", state(name), Map.of("action", "start", "timeout", START_SECONDS)))
                .onFailure(Instances::isDone)
                .recoverWithNull();
    }

    /** Pulls the plug; one that does not run any more is stopped. */
    Uni<Void> unplug(String name) {
        Map<String, Object> stop = Map.of("action", "stop", "force", true, "timeout", UNPLUG_SECONDS);
        return patiently(incus.change("PUT", state(name), stop))
                .onFailure(Instances::isDone)
                .recoverWithNull();
    }

    /**
     * Asks the guest to stop, and waits a moment only: as long as Incus waits, nothing else can be done with it. The
     * guest goes on stopping, and Incus notices.
     */
    Uni<Void> ask(String name) {
        return incus.change("PUT", state(name), Map.of("action", "stop", "timeout", MOMENT_SECONDS))
                .onFailure(IncusFailure.class)
                .recoverWithNull();
    }

    /** Something else may go on with it, such as the end of what failed just now. */
    private static Uni<Void> patiently(Uni<Void> change) {
        return change.onFailure(failure -> failure instanceof IncusFailure answer && answer.isBusy())
                .retry()
                .withBackOff(WHILE_BUSY, WHILE_BUSY_MAX)
                .atMost(TIMES_BUSY);
    }

    private static boolean isDone(Throwable failure) {
        return failure instanceof IncusFailure answer && answer.isDone();
    }

    private static String path(String name) {
        return "/instances/" + name;
    }

    private static String state(String name) {
        return path(name) + "/state";
    }
}
