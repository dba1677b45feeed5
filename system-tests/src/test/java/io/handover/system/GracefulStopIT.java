package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service that is asked to end brings to its end what it has begun. */
@ExtendWith(RunningStack.class)
class GracefulStopIT {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
    private static final Duration PACE = Duration.ofMillis(100);

    @Test
    void recordsTheMessageThatWasBeingSent(RunningStack stack) throws Exception {
        Workspace ada = Workspace.open(stack.api(), "slow");
        ada.deploy("web.example.org", "email");
        await().atMost(LONG_ENOUGH).until(() -> mailsTo(ada, stack) == 1);

        stack.restart("notification");

        assertThat(deliveryStates(ada)).containsExactly("delivered");
        assertThat(mailsTo(ada, stack)).isEqualTo(1);
    }

    @Test
    void keepsWhatItAnsweredAndLosesNothingThatOnlyReads(RunningStack stack) throws Exception {
        Workspace ada = Workspace.open(stack.api(), "ada");
        Map<String, Response> made = new ConcurrentHashMap<>();
        List<Response> read = new ArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writer = clients.submit(() -> {
                for (int at = 0; !over.get(); at++) {
                    made.put(
                            "tag" + at,
                            ada.api().post(ada.owner(), "/1.3/tag", "{\"tag\":{\"name\":\"tag" + at + "\"}}"));
                    Thread.sleep(PACE);
                }
                return null;
            });
            Future<?> reader = clients.submit(() -> {
                while (!over.get()) {
                    read.add(ada.api().get(ada.owner(), "/1.3/tag"));
                    Thread.sleep(PACE);
                }
                return null;
            });
            try {
                await().atMost(LONG_ENOUGH).until(() -> made.size() > 5);
                stack.restart("provisioning", "permission", "identity");
            } finally {
                over.set(true);
            }
            writer.get();
            reader.get();
        }
        List<String> there = ada.api().get(ada.owner(), "/1.3/tag").jsonPath().getList("tags.tag.name");
        assertThat(there).containsAll(named(made, 200)).doesNotContainAnyElementsOf(named(made, 503));
        assertThat(made.values()).extracting(Response::statusCode).isSubsetOf(200, 502, 503);
        assertThat(read).extracting(Response::statusCode).isSubsetOf(200, 503);
        assertThat(Stream.concat(made.values().stream(), read.stream()).filter(answer -> answer.statusCode() == 503))
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isNotNull());
    }

    private static List<String> named(Map<String, Response> made, int status) {
        return made.entrySet().stream()
                .filter(each -> each.getValue().statusCode() == status)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static long mailsTo(Workspace workspace, RunningStack stack) {
        return stack.messages().stream()
                .filter(message -> workspace.email().equals(message.get("to")))
                .count();
    }

    private static List<String> deliveryStates(Workspace workspace) {
        return workspace
                .api()
                .get(workspace.owner(), "/v1/deliveries")
                .jsonPath()
                .getList("deliveries.state");
    }
}
