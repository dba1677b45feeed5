package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deploying a server, and what becomes of its root password, for each way of delivering it. */
@ExtendWith(RunningStack.class)
class MainJobIT {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private RunningStack stack;
    private Workspace ada;

    @BeforeEach
    void openAnAccount(RunningStack stack) {
        this.stack = stack;
        ada = Workspace.open(stack.api(), "ada");
    }

    @Test
    void showsThePasswordOnceWhenDeliveryIsNone() throws Exception {
        var deployed = ada.deploy("web.example.org", "none");

        String password = deployed.answer().jsonPath().getString("server.password");
        assertThat(deployed.answer().header("Cache-Control")).contains("no-store");
        assertThat(logIn(deployed.server(), password)).isEqualTo("web.example.org");
        assertThat(ada.api()
                        .get(ada.owner(), "/1.3/server/" + deployed.server())
                        .asString())
                .doesNotContain(password);
        assertThat(delivery(deployed.server())).containsEntry("state", "shown").doesNotContainKey("recipient");
    }

    @Test
    void mailsThePasswordToTheContactOnceTheServerRuns() throws Exception {
        var deployed = ada.deploy("mail.example.org", "email");

        String body = message("email", ada.email());

        assertThat(logIn(deployed.server(), passwordIn(body))).isEqualTo("mail.example.org");
        assertThat(deployed.answer().asString()).doesNotContain("password\"");
        assertThat(states(deployed.server())).containsExactly("awaiting", "sending", "delivered");
        assertThat(delivery(deployed.server()))
                .containsEntry("method", "email")
                .containsEntry("requested_by", ada.username())
                .hasEntrySatisfying(
                        "recipient", masked -> assertThat(masked.toString()).contains("*"));
    }

    @Test
    void textsThePasswordToThePhone() throws Exception {
        var deployed = ada.deploy("sms.example.org", "sms");
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(delivery(deployed.server())).containsEntry("state", "delivered"));

        String body = stack.messages().stream()
                .filter(message -> "sms".equals(message.get("channel")))
                .map(message -> message.get("body"))
                .filter(text -> text.contains("sms.example.org"))
                .findFirst()
                .orElseThrow();

        assertThat(logIn(deployed.server(), passwordIn(body))).isEqualTo("sms.example.org");
        assertThat(delivery(deployed.server()))
                .hasEntrySatisfying(
                        "provider_message_id", id -> assertThat(id.toString()).startsWith("SM"));
    }

    @Test
    void tellsWhatBecameOfThePasswordWhenACreateIsRepeated() {
        String body = Deploy.withPassword("again.example.org", "email");
        String key = UUID.randomUUID().toString();
        var deployed = ada.deployed(ada.api().post(ada.owner(), "/1.3/server", body, key));
        passwordIn(message("email", ada.email()));

        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(ada.api()
                                .post(ada.owner(), "/1.3/server", body, key)
                                .jsonPath()
                                .<String, Object>getMap("server"))
                        .containsEntry("uuid", deployed.server())
                        .doesNotContainKey("password")
                        .hasEntrySatisfying(
                                "password_delivery",
                                delivery -> assertThat(delivery.toString()).contains("delivered")));
    }

    @Test
    void makesNoPasswordForAKeyOnlyServer() throws Exception {
        var key = SshLogin.newKey();

        var deployed = ada.deployed(ada.api()
                .post(ada.owner(), "/1.3/server", Deploy.withKey("key.example.org", SshLogin.publicLine(key))));

        assertThat(SshLogin.hostname(access(deployed.server()), key)).isEqualTo("key.example.org");
        assertThat(deployed.answer().jsonPath().getString("server.password")).isNull();
        assertThat(deliveries(deployed.server())).isEmpty();
    }

    @Test
    void mailsAnotherPasswordAndEndsTheOldOne() throws Exception {
        var deployed = ada.deploy("again.example.org", "none");
        String old = deployed.answer().jsonPath().getString("server.password");

        Response asked =
                ada.api().post(ada.owner(), "/v1/servers/" + deployed.server() + "/password", "{\"method\":\"email\"}");

        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(202);
        String password = passwordIn(message("email", ada.email()));
        assertThat(logIn(deployed.server(), password)).isEqualTo("again.example.org");
        assertThatThrownBy(() -> logIn(deployed.server(), old)).isInstanceOf(IOException.class);
        assertThat(deliveries(deployed.server()))
                .extracting(delivery -> delivery.get("occasion"))
                .containsExactly("rotation", "deployment");
    }

    @Test
    void mailIsTheDefault() {
        var deployed = ada.deployed(ada.api()
                .post(
                        ada.owner(),
                        "/1.3/server",
                        Deploy.withPassword("default.example.org", "none")
                                .replace("\"password_delivery\":\"none\",", "")
                                .replace(",\"password_delivery\":\"none\"", "")));

        assertThat(deployed.answer().jsonPath().getString("server.password")).isNull();
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(delivery(deployed.server()))
                        .containsEntry("method", "email")
                        .containsEntry("state", "delivered"));
    }

    private String logIn(String server, String password) throws Exception {
        return SshLogin.hostname(access(server), password);
    }

    private JsonPath access(String server) {
        return ada.api().get(ada.owner(), "/v1/servers/" + server + "/access").jsonPath();
    }

    private String message(String channel, String to) {
        await().atMost(LONG_ENOUGH).until(() -> find(channel, to).isPresent());
        return find(channel, to).orElseThrow();
    }

    private Optional<String> find(String channel, String to) {
        return stack.messages().stream()
                .filter(message -> channel.equals(message.get("channel")) && to.equals(message.get("to")))
                .map(message -> message.get("body"))
                .findFirst();
    }

    private List<String> states(String server) {
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(delivery(server)).containsEntry("state", "delivered"));
        return ada.api()
                .get(ada.owner(), "/v1/deliveries?server=" + server)
                .jsonPath()
                .getList("deliveries[0].states.state");
    }

    private Map<String, Object> delivery(String server) {
        List<Map<String, Object>> found = deliveries(server);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<Map<String, Object>> deliveries(String server) {
        return ada.api()
                .get(ada.owner(), "/v1/deliveries?server=" + server)
                .jsonPath()
                .getList("deliveries");
    }

    /** The password stands alone on a line, after two spaces. */
    private static String passwordIn(String body) {
        return body.lines()
                .filter(line -> line.matches("  \\S{20,}"))
                .map(String::strip)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no password in the message"));
    }
}
