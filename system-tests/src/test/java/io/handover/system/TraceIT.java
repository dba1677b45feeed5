package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.system.Collector.Traced;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One trace of a deployment, from the client's request to the message; and what no trace says. */
@ExtendWith(RunningStack.class)
class TraceIT {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private RunningStack stack;
    private Collector collector;
    private Workspace ada;

    @BeforeEach
    void openAnAccount(RunningStack stack) {
        this.stack = stack;
        collector = stack.collector();
        ada = Workspace.open(stack.api(), "ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "sms"})
    void followsADeploymentFromTheRequestToTheMessage(String method) {
        Set<String> before = traces(span -> true);

        ada.deploy("traced.example.org", method);

        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(newTracesWith("notification-service: send " + method, before))
                        .hasSize(1));
        String trace = newTracesWith("notification-service: send " + method, before)
                .iterator()
                .next();
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(namesIn(trace))
                        .contains(
                                "gateway: POST",
                                "provisioning-service: POST /1.3/server",
                                "provisioning-service: provisioning.credential.v1 publish",
                                "provisioning-service: deployment disks",
                                "provisioning-service: deployment machine",
                                "provisioning-service: provisioning.server.v1 publish",
                                "permission-service: provisioning.server.v1 receive",
                                "notification-service: provisioning.credential.v1 receive",
                                "notification-service: provisioning.server.v1 receive",
                                "notification-service: send " + method,
                                "notification-service: notification.delivery.v1 publish",
                                "provisioning-service: notification.delivery.v1 receive"));
        assertThat(spansIn(trace).map(Traced::name).filter(name -> name.startsWith("provisioning-service: PUT")))
                .as("calls of the compute driver")
                .isNotEmpty();
    }

    @Test
    void hangsTogether() {
        Set<String> before = traces(span -> true);
        ada.deploy("traced.example.org", "email");
        await().atMost(LONG_ENOUGH)
                .until(() -> !newTracesWith("provisioning-service: notification.delivery.v1 receive", before)
                        .isEmpty());
        String trace = newTracesWith("provisioning-service: notification.delivery.v1 receive", before)
                .iterator()
                .next();

        await().atMost(LONG_ENOUGH).untilAsserted(() -> {
            Map<String, Traced> byId =
                    spansIn(trace).collect(Collectors.toMap(Traced::spanId, span -> span, (one, again) -> one));
            List<Traced> roots = byId.values().stream()
                    .filter(span -> !byId.containsKey(span.parentId()))
                    .toList();
            assertThat(roots).extracting(Traced::name).containsExactly("gateway: POST");
        });
    }

    @Test
    void saysNothingOfPeopleMachinesAndSecrets() {
        ada.addMember("bob");
        ada.api().get(ada.owner(), "/1.3/account/details/" + ada.member() + "?password=canary-in-a-query");
        ada.api().get(ada.asMember(), "/1.3/server/no-such-canary");
        var shown = ada.deploy("canary.example.org", "none");
        var mailed = ada.deploy("canary.example.org", "email");
        await().atMost(LONG_ENOUGH).until(() -> rootPassword().isPresent());
        String last = ada.deploy("canary.example.org", "sms").server();
        Set<String> before = Set.of();
        await().atMost(LONG_ENOUGH)
                .until(() ->
                        !newTracesWith("notification-service: send sms", before).isEmpty());

        assertThat(collector.hasHeard("send email"))
                .as("the search finds what is there")
                .isTrue();
        Stream.of(
                        ada.owner().password(),
                        ada.asMember().password(),
                        shown.answer().jsonPath().getString("server.password"),
                        rootPassword().orElseThrow(),
                        "canary-in-a-query",
                        "no-such-canary",
                        ada.username(),
                        ada.member(),
                        ada.email(),
                        "bob@example.org",
                        "358.401234567",
                        "358401234567",
                        "canary.example.org",
                        shown.server(),
                        mailed.server(),
                        last,
                        "127.0.0.1",
                        "Bearer",
                        "Basic")
                .forEach(canary ->
                        assertThat(collector.hasHeard(canary)).as(canary).isFalse());
    }

    private Optional<String> rootPassword() {
        return stack.messages().stream()
                .filter(message -> ada.email().equals(message.get("to")))
                .flatMap(message -> message.getOrDefault("body", "").lines())
                .filter(line -> line.matches("  \\S{20,}"))
                .map(String::strip)
                .findFirst();
    }

    private Set<String> newTracesWith(String name, Set<String> before) {
        return traces(span -> span.name().equals(name) && !before.contains(span.traceId()));
    }

    private Set<String> traces(Predicate<Traced> wanted) {
        return collector.spans().stream().filter(wanted).map(Traced::traceId).collect(Collectors.toSet());
    }

    private Stream<Traced> spansIn(String trace) {
        return collector.spans().stream().filter(span -> span.traceId().equals(trace));
    }

    private Set<String> namesIn(String trace) {
        return spansIn(trace).map(Traced::name).collect(Collectors.toSet());
    }
}
