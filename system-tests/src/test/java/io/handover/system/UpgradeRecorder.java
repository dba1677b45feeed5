package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.chaos.kafka.Groups;
import io.handover.quickstart.database.Administrator;
import io.handover.quickstart.home.Home;
import io.handover.system.FormerAnswers.Answer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Plays a story on a stack of some version and records it; src/test/resources/upgrade/README.md says how and when. */
@EnabledIfSystemProperty(named = "handover.record.checkout", matches = ".+")
class UpgradeRecorder {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final int PORT_LINE = 3;

    private final Path checkout = Path.of(System.getProperty("handover.record.checkout"));
    private final Home home = Home.at(checkout.resolve(".handover"));
    private final String kafka = "127.0.0.1:" + System.getProperty("handover.record.kafka-port", "9092");
    private final Api api =
            new Api(URI.create("http://localhost:" + System.getProperty("handover.record.port", "8080")));
    private final Map<String, String> words = new TreeMap<>();
    private final List<String> servers = new ArrayList<>();
    private final List<String> storages = new ArrayList<>();

    private final Workspace ada = Workspace.open(api, "ada");

    @Test
    void recordsAStory() throws Exception {
        people();
        handOver();
        store();
        letIn();
        String postgresql = postgresql();
        keepTokens(postgresql);
        leaveOneOnItsWay();
        awaitRest();
        words.put("audit keys", api.get(ada.owner(), "/v1/audit-keys").asString());
        Path file = Path.of("src", "test", "resources", "upgrade", "recording.zip");
        Files.createDirectories(file.getParent());
        try (Recording recording = Recording.create(file)) {
            recording.take(checkout, home, postgresql, kafka, new FormerAnswers(words, answers()));
        }
        System.out.println("Recorded " + Files.size(file) + " bytes in " + file.toAbsolutePath());
    }

    /** A member who was removed, one who is there, a stranger, and their tokens. */
    private void people() {
        Workspace eve = Workspace.open(api, "eve");
        ada.addMember("carl");
        keep("removed", ada.asMember());
        api.send(ada.owner(), "DELETE", "/1.3/account/sub/" + ada.member(), "")
                .then()
                .statusCode(204);
        ada.addMember("bob");
        keep("owner", ada.owner());
        keep("member", ada.asMember());
        keep("stranger", eve.owner());
        words.put("token", token("ci").getString("token"));
        JsonPath revoked = token("old");
        words.put("revoked token", revoked.getString("token"));
        api.send(ada.owner(), "DELETE", "/1.3/account/tokens/" + revoked.getString("id"), "")
                .then()
                .statusCode(204);
    }

    /** Passwords in every way, one of them in vain, some of them twice. */
    private void handOver() throws Exception {
        Workspace.Deployed shown = ada.deploy("shown.example.org", "none");
        words.put("shown", shown.server());
        words.put("mailed", ended("delivered", ada.deploy("mailed.example.org", "email")));
        words.put("texted", ended("delivered", ada.deploy("texted.example.org", "sms")));
        ada.changeContact("refused-" + ada.email());
        words.put("refused", ended("failed", ada.deploy("refused.example.org", "email")));
        ada.changeContact(ada.email());
        words.put("shown password", rotate(word("shown"), "none").getString("password"));
        rotate(word("mailed"), "email");
        await().atMost(LONG_ENOUGH)
                .until(() -> read("/v1/deliveries?server=" + word("mailed"))
                        .getList("deliveries.state")
                        .equals(List.of("delivered", "delivered")));
        var key = SshLogin.newKey();
        Response keyed =
                api.post(ada.owner(), "/1.3/server", Deploy.withKey("keyed.example.org", SshLogin.publicLine(key)));
        words.put("keyed", ada.deployed(keyed).server());
        api.post(ada.owner(), "/1.3/server/" + word("keyed") + "/stop", "{\"stop_server\":{\"stop_type\":\"hard\"}}");
        await().atMost(LONG_ENOUGH).until(() -> "stopped".equals(ada.state(word("keyed"))));
        ada.stopAndDelete(ada.deploy("gone.example.org", "none").server());
        servers.addAll(List.of(word("shown"), word("mailed"), word("texted"), word("refused"), word("keyed")));
    }

    private void store() {
        String data = storage("/1.3/storage", "{\"storage\":{\"zone\":\"fi-hel1\",\"title\":\"data\",\"size\":10}}");
        words.put("data", data);
        String copy = storage(
                "/1.3/storage/" + data + "/clone",
                "{\"storage\":{\"zone\":\"fi-hel1\",\"title\":\"copy\",\"tier\":\"\",\"encrypted\":\"\"}}");
        String backup = storage("/1.3/storage/" + data + "/backup", "{\"storage\":{\"title\":\"monday\"}}");
        words.put("backup", backup);
        String gone = storage("/1.3/storage", "{\"storage\":{\"zone\":\"fi-hel1\",\"title\":\"gone\",\"size\":10}}");
        api.send(ada.owner(), "DELETE", "/1.3/storage/" + gone, "").then().statusCode(204);
        api.post(ada.owner(), "/1.3/storage/" + data + "/favorite", "").then().statusCode(204);
        storages.addAll(List.of(data, copy, backup));
    }

    /** Permissions of each kind, and one that was taken back. */
    private void letIn() {
        ada.makeTag("dev");
        ada.makeTag("old");
        ada.tag(word("texted"), "dev");
        ada.tag(word("keyed"), "old");
        api.send(ada.owner(), "DELETE", "/1.3/tag/old", "").then().statusCode(204);
        ada.grant("server", word("shown"));
        ada.grant("server", word("mailed"));
        ada.revoke("server", word("mailed"));
        ada.grant("storage", word("data"));
        ada.grant("tag_access", "dev");
        api.post(
                        ada.owner(),
                        "/1.3/server/" + word("shown") + "/firewall_rule",
                        "{\"firewall_rule\":{\"direction\":\"in\",\"action\":\"drop\"}}")
                .then()
                .statusCode(201);
    }

    /** A token lasts a year at most. These are to be tried for longer. */
    private void keepTokens(String postgresql) throws Exception {
        new Administrator(postgresql, home)
                .run("identity", "update api_token set expires_at = expires_at + interval '100 years'");
    }

    private void leaveOneOnItsWay() {
        ada.changeContact("later-" + ada.email());
        words.put("late", ada.deploy("late.example.org", "email").server());
        await().atMost(LONG_ENOUGH).until(() -> "awaiting".equals(state("late")));
        words.put("contact", ada.email());
    }

    private void awaitRest() {
        var groups = new Groups(kafka);
        await().atMost(LONG_ENOUGH)
                .during(QUIET)
                .until(() -> groups.lags().values().stream().allMatch(lag -> lag == 0));
        assertThat(groups.deadLetters().values()).containsOnly(0L);
    }

    private List<Answer> answers() throws IOException {
        List<Answer> answers = new ArrayList<>();
        for (Answer question : FormerAnswers.questions(servers, storages)) {
            Caller caller = new Caller(word(question.who()), word(question.who() + " password"));
            String text = api.get(caller, question.path())
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            answers.add(new Answer(question.who(), question.path(), FormerAnswers.json(text)));
        }
        return answers;
    }

    private String ended(String state, Workspace.Deployed deployed) {
        await().atMost(LONG_ENOUGH)
                .until(() -> read("/v1/deliveries?server=" + deployed.server())
                        .getList("deliveries.state")
                        .equals(List.of(state)));
        return deployed.server();
    }

    private JsonPath rotate(String server, String method) {
        return api.post(ada.owner(), "/v1/servers/" + server + "/password", "{\"method\":\"" + method + "\"}")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    private String storage(String path, String body) {
        JsonPath made = api.post(ada.owner(), path, body)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String storage = made.getString("storage.uuid");
        await().atMost(LONG_ENOUGH)
                .until(() -> "online".equals(read("/1.3/storage/" + storage).getString("storage.state")));
        return storage;
    }

    private JsonPath token(String name) {
        return api.post(ada.owner(), "/1.3/account/tokens", "{\"name\":\"" + name + "\",\"expires_in\":\"8000h\"}")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private void keep(String who, Caller caller) {
        words.put(who, caller.username());
        words.put(who + " password", caller.password());
    }

    private String word(String name) {
        return Objects.requireNonNull(words.get(name), name);
    }

    private String state(String server) {
        return Objects.toString(read("/v1/deliveries?server=" + word(server)).getString("deliveries[0].state"));
    }

    private JsonPath read(String path) {
        return api.get(ada.owner(), path).jsonPath();
    }

    /** Where PostgreSQL says that it listens. */
    private String postgresql() throws IOException {
        Path file = home.folder("postgresql").resolve("postmaster.pid");
        return "127.0.0.1:" + Files.readAllLines(file).get(PORT_LINE).strip();
    }
}
