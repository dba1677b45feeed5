package io.handover.system;

import static io.handover.system.SteadyClient.delete;
import static io.handover.system.SteadyClient.post;
import static io.handover.system.SteadyClient.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.system.SteadyClient.Change;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A replica of each service and a gateway end as an upgrade asks them to, all at once, and start again, while clients
 * read and write: no request is lost, also none of those that must not be sent twice.
 */
@EnabledOnOs(OS.LINUX)
@ExtendWith(UpgradedStack.class)
class RollingRestartIT {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);
    private static final int ENOUGH = 10;

    @Test
    void losesNoRequestWhileAReplicaOfEverythingIsReplaced(UpgradedStack stack) throws Exception {
        Workspace ada = Workspace.open(stack.api(), "rolling");
        ada.addMember("bob");
        String server = ada.deploy("steady.example.org", "none").server();
        List<SteadyClient> clients = clients(stack.anyGateway(), ada, server);
        String lastAnswer;
        AtomicBoolean over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                HeldRequest held = HeldRequest.at(stack.address("gateway"), ada.owner())) {
            clients.forEach(client -> threads.execute(() -> client.goOn(over)));
            try {
                Future<String> answer = threads.submit(() -> {
                    await().atMost(LONG_ENOUGH).until(() -> !stack.isReady("gateway"));
                    return held.complete();
                });
                stack.replace(1);
                lastAnswer = answer.get();
            } finally {
                over.set(true);
            }
        }

        assertThat(clients.stream().flatMap(client -> client.lost().stream())).isEmpty();
        assertThat(clients).extracting(SteadyClient::requests).allMatch(requests -> requests > ENOUGH);
        assertThat(lastAnswer).startsWith("HTTP/1.1 201").containsIgnoringCase("\r\nconnection: close\r\n");
    }

    /** For each service one that changes things, and one that looks; and people who sign up. */
    private static List<SteadyClient> clients(Api api, Workspace ada, String server) {
        Caller owner = ada.owner();
        String grant = """
                {"permission":{"user":"%s","target_type":"server","target_identifier":"%s"}}""".formatted(ada.member(), server);
        return List.of(
                new SteadyClient(api, owner, "/1.3/account", at -> List.of()),
                new SteadyClient(api, owner, "/1.3/account", at -> List.of(token(at))),
                new SteadyClient(api, ada.asMember(), "/1.3/server", at -> List.of()),
                new SteadyClient(api, owner, "/1.3/server", at -> List.of(server(at))),
                new SteadyClient(api, Caller.NOBODY, "/openapi", at -> List.of(account(at + ada.username()))),
                new SteadyClient(api, owner, "/v1/deliveries", at -> List.of(settings(at))),
                new SteadyClient(
                        api,
                        owner,
                        "/1.3/permission",
                        at -> List.of(
                                post(200, "/1.3/permission/grant", grant), post(204, "/1.3/permission/revoke", grant))),
                new SteadyClient(
                        api,
                        owner,
                        "/1.3/tag",
                        at -> List.of(
                                post(200, "/1.3/tag", "{\"tag\":{\"name\":\"t" + at + "\"}}"),
                                delete(204, "/1.3/tag/t" + at))));
    }

    private static Change token(int at) {
        return post(201, "/1.3/account/tokens", "{\"name\":\"t" + at + "\",\"expires_in\":\"1h\"}");
    }

    /** A server now and then, whose password is on its way meanwhile; and disks. */
    private static Change server(int at) {
        return at % 20 == 0
                ? post(202, "/1.3/server", Deploy.withPassword("s" + at + ".example.org", "email"))
                : post(201, "/1.3/storage", "{\"storage\":{\"zone\":\"fi-hel1\",\"title\":\"s\",\"size\":1}}");
    }

    private static Change settings(int at) {
        return put(200, "/v1/delivery-settings", "{\"rotate_on_bounce\":" + (at % 2 == 0) + "}");
    }

    private static Change account(String name) {
        return post(201, "/v1/accounts", """
                {"username":"n%s","password":"a long walk along the sea","email":"n@example.org","phone":"+358.401234567"}""".formatted(name));
    }
}
