package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.handover.quickstart.demo.Story;
import io.handover.quickstart.search.Search;
import io.handover.quickstart.stack.Progress;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Servers that are containers of an Incus. */
@TestInstance(Lifecycle.PER_CLASS)
class IncusIT {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private final IncusStack stack = new IncusStack();

    IncusIT() throws IOException {}

    @BeforeAll
    void start() throws Exception {
        stack.start();
    }

    @AfterAll
    void stop() throws Exception {
        stack.stop();
    }

    @Test
    void tellsTheDemosStory() {
        var story = new Story(stack.stack().gateway(), stack.stack().inbox(), new Progress(System.out));

        assertThatCode(story::tell).doesNotThrowAnyException();
    }

    @Test
    void letsInWithThePasswordAsLongAsTheServerIsThere() throws Exception {
        Workspace ada = stack.open();
        var deployed = ada.deploy("life.example.org", "none");
        String server = deployed.server();
        String password = password(deployed);
        assertLetsIn(ada, server, password);
        assertThatThrownBy(() -> logIn(ada, server, "x" + password)).isInstanceOf(IOException.class);

        ask(ada, server, "restart", "{\"restart_server\":{\"stop_type\":\"hard\"}}");
        assertLetsIn(ada, server, password);
        ask(ada, server, "stop", "{\"stop_server\":{\"stop_type\":\"soft\",\"timeout\":\"60\"}}");
        awaitState(ada, server, "stopped");
        assertThat(stateInIncus(server)).isEqualTo("STOPPED");
        ask(ada, server, "start", "");
        awaitState(ada, server, "started");
        assertLetsIn(ada, server, password);

        ada.stopAndDelete(server);
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(stateInIncus(server)).isEmpty());
    }

    @Test
    void replacesThePasswordOfAServerThatRunsAndOfOneThatDoesNot() throws Exception {
        Workspace ada = stack.open();
        var deployed = ada.deploy("rotated.example.org", "none");
        String server = deployed.server();
        String second = rotate(ada, server);
        assertLetsIn(ada, server, second);
        assertThatThrownBy(() -> logIn(ada, server, password(deployed))).isInstanceOf(IOException.class);

        ask(ada, server, "stop", "{\"stop_server\":{\"stop_type\":\"hard\"}}");
        awaitState(ada, server, "stopped");
        String third = rotate(ada, server);
        ask(ada, server, "start", "");
        awaitState(ada, server, "started");

        assertLetsIn(ada, server, third);
        assertThatThrownBy(() -> logIn(ada, server, second)).isInstanceOf(IOException.class);
    }

    @Test
    void showsTheTagsOfAServerInIncus() throws Exception {
        Workspace ada = stack.open();
        String server = ada.deploy("tagged.example.org", "none").server();
        ada.api()
                .post(
                        ada.owner(),
                        "/1.3/tag",
                        "{\"tag\":{\"name\":\"blue\",\"servers\":{\"server\":[\"" + server + "\"]}}}");

        await().atMost(LONG_ENOUGH)
                .untilAsserted(
                        () -> assertThat(stack.incus().ask("config", "get", instance(server), "user.handover.tags"))
                                .isEqualTo("blue"));
    }

    @Test
    void noticesWhatIsDoneBehindItsBack() throws Exception {
        Workspace ada = stack.open();
        String server = ada.deploy("behind.example.org", "none").server();

        stack.incus().ask("stop", "--force", instance(server));
        awaitState(ada, server, "stopped");
        stack.incus().ask("start", instance(server));
        awaitState(ada, server, "started");
        stack.incus().ask("delete", "--force", instance(server));
        awaitState(ada, server, "error");
    }

    @Test
    void keepsTheHashOfAPasswordInTheGuestOnly() throws Exception {
        Workspace ada = stack.open();
        String server = ada.deploy("hash.example.org", "none").server();
        String hash = stack.incus()
                .ask("file", "pull", instance(server) + "/etc/shadow", "-")
                .split(":", 3)[1];
        assertThat(hash).startsWith("$6$");

        var found = new Search(Map.of("hash", hash, "server", instance(server)))
                .folder(stack.incus().folder());

        assertThat(found.sourcesWith("server")).isNotEmpty();
        assertThat(found.sourcesWith("hash"))
                .allMatch(file -> file.endsWith(instance(server) + "/rootfs/etc/shadow"))
                .hasSize(1);
    }

    private static String instance(String server) {
        return "server-" + server;
    }

    private String stateInIncus(String server) throws IOException, InterruptedException {
        return stack.incus().ask("list", "--format", "csv", "--columns", "s", instance(server));
    }

    private static void ask(Workspace workspace, String server, String what, String body) {
        Response answer = workspace.api().post(workspace.owner(), "/1.3/server/" + server + "/" + what, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private static void awaitState(Workspace workspace, String server, String state) {
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(workspace.state(server)).isEqualTo(state));
    }

    private static String rotate(Workspace workspace, String server) {
        Response answer =
                workspace.api().post(workspace.owner(), "/v1/servers/" + server + "/password", "{\"method\":\"none\"}");
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 202);
        return answer.jsonPath().getString("password");
    }

    private static String password(Workspace.Deployed deployed) {
        return deployed.answer().jsonPath().getString("server.password");
    }

    /** A server that is told to restart lets nobody in for a while. */
    private static void assertLetsIn(Workspace workspace, String server, String password) {
        String hostname = workspace
                .api()
                .get(workspace.owner(), "/1.3/server/" + server)
                .jsonPath()
                .getString("server.hostname");
        await().atMost(LONG_ENOUGH)
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(
                        () -> assertThat(logIn(workspace, server, password)).isEqualTo(hostname));
    }

    private static String logIn(Workspace workspace, String server, String password) throws IOException {
        JsonPath access = workspace
                .api()
                .get(workspace.owner(), "/v1/servers/" + server + "/access")
                .jsonPath();
        return SshLogin.hostname(access, password);
    }
}
