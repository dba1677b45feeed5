package io.handover.provisioning.deployment;

import static io.handover.provisioning.FakeSandbox.sandbox;
import static io.handover.provisioning.TestServers.PATH;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.body;
import static io.handover.provisioning.TestServers.details;
import static io.handover.provisioning.TestServers.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.kit.caller.Caller;
import io.handover.provisioning.FakeSandbox.Fault;
import io.handover.provisioning.FakeSandbox.Request;
import io.handover.provisioning.TestDatabase;
import io.handover.test.caller.TestCallers;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One server of its own, from its request to its end, and what is left then. */
final class Trial {

    private static final AtomicInteger SIZES = new AtomicInteger(4001);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern HASH = Pattern.compile("\"rootPasswordHash\":\"([^\"]+)\"");

    private final Caller ada = TestCallers.anAccount();

    /** Of a disk; no other test has disks as large. */
    private final int size = SIZES.getAndIncrement();

    private final String hostname = "trial" + size + ".example.org";
    private final Course course;
    private volatile String server = "none yet";
    private volatile String disk = "none yet";

    Trial(Course course) {
        this.course = course;
    }

    /** How a deployment goes when nothing else goes wrong. */
    enum Course {
        /** To its end. */
        DEPLOYED,
        /** It is cancelled while its machine does not answer yet. */
        CANCELLED
    }

    /** A call of this trial's fails once; calls of one kind are told from others by {@link #kind}. */
    void fails(String kind, Fault fault) {
        sandbox().next(fault, 1, request -> isMine(request) && kind(request).equals(kind));
    }

    void crashes(PlantedCrashes.Place place, Step step) {
        PlantedCrashes.plant(place, step, hostname);
    }

    /** Until it is started or in error, and nobody works on it any more. */
    Trial play() {
        if (course == Course.CANCELLED) {
            sandbox().sleepy(hostname);
        }
        Response answer = request(ada, body(hostname, size));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        server = answer.path("server.uuid");
        disk = answer.path("server.storage_devices.storage_device[0].storage");
        if (course == Course.CANCELLED) {
            await().atMost(PATIENCE).until(() -> isAt("LOGIN") || hasEnded());
            as(ada).post(PATH + "/" + server + "/cancel");
        }
        await().atMost(PATIENCE).until(this::hasEnded);
        return this;
    }

    private boolean isAt(String step) {
        return step.equals(TestDatabase.text("deployment", "step", "server_id", server));
    }

    private boolean hasEnded() {
        return TestDatabase.count("deployment", "server_id", server) == 0
                && TestDatabase.count("job", "subject_id", server) == 0;
    }

    /** All or nothing. */
    void isWhole() {
        Response shown = details(ada, server);
        boolean started = "started".equals(shown.path("server.state"));
        assertThat(started || "error".equals(shown.path("server.state")))
                .as(shown.asString())
                .isTrue();
        assertThat(sandbox().runs(server)).isEqualTo(started);
        assertThat(sandbox().hasMachine(server)).isEqualTo(started);
        assertThat(sandbox().hasDisk(disk)).isEqualTo(started);
        assertThat(as(ada).get("/1.3/storage/" + disk).statusCode()).isEqualTo(started ? 200 : 404);
        assertThat(shown.<List<Object>>path("server.storage_devices.storage_device"))
                .hasSize(started ? 1 : 0);
        assertThat(as(ada).get("/v1/servers/" + server + "/access").statusCode() == 200)
                .isEqualTo(started);
        hashes().forEach(hash -> assertThat(TestDatabase.tablesWith(hash)).isEmpty());
    }

    void crashed() {
        assertThat(PlantedCrashes.happened(hostname)).isTrue();
    }

    private List<String> hashes() {
        return requests().stream()
                .map(request -> HASH.matcher(request.body()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** In the order in which they were asked first. */
    List<String> kinds() {
        return requests().stream().map(Trial::kind).distinct().toList();
    }

    private List<Request> requests() {
        return sandbox().requests(this::isMine);
    }

    /** The first of them come before the answer that tells the ids. */
    private boolean isMine(Request request) {
        if (request.is("PUT", "/v1/disks/", "\"sizeGib\":" + size)) {
            disk = id(request);
        } else if (request.is("PUT", "/v1/machines/", hostname)) {
            server = id(request);
        }
        return id(request).equals(server) || id(request).equals(disk);
    }

    private static String id(Request request) {
        return request.path().split("/", -1)[3];
    }

    /** Such as {@code PUT machines}. */
    private static String kind(Request request) {
        return request.method() + " " + request.path().split("/", -1)[2];
    }
}
