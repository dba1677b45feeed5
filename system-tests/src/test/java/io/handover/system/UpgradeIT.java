package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a former version left is there, and goes on. The machines of the recording have addresses that Linux has. */
@EnabledOnOs(OS.LINUX)
@ExtendWith(UpgradedStack.class)
class UpgradeIT {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private UpgradedStack stack;
    private FormerAnswers former;
    private Workspace ada;

    @BeforeEach
    void remember(UpgradedStack stack) {
        this.stack = stack;
        former = stack.former();
        ada = Workspace.of(stack.api(), former.caller("owner"), former.caller("member"));
    }

    @Test
    void keepsWhatItHeldAlsoWhenEveryEventIsHeardOnceMore() {
        assertThat(stack.changedTables()).isEmpty();
        assertThat(stack.groups().deadLetters().values()).isNotEmpty().containsOnly(0L);
    }

    @Test
    void answersWhatItAnswered() {
        assertThat(former.answers()).hasSizeGreaterThan(30);
        assertThat(stack.changedAnswers()).isEmpty();
    }

    @Test
    void letsInWhoWasLetInAndNobodyElse() {
        assertThat(status(Caller.withToken(former.word("token")))).isEqualTo(200);
        assertThat(status(Caller.withToken(former.word("revoked token")))).isEqualTo(401);
        assertThat(status(former.caller("removed"))).isEqualTo(401);
        assertThat(status(new Caller(former.word("owner"), "not the right password")))
                .isEqualTo(401);
        assertThat(server(ada.asMember(), "texted")).isEqualTo(200);
        assertThat(server(ada.asMember(), "mailed")).isEqualTo(403);
        assertThat(server(former.caller("stranger"), "texted")).isEqualTo(404);
    }

    @Test
    void sendsThePasswordThatWasOnItsWay() throws Exception {
        String late = former.word("late");
        ada.api()
                .send(
                        ada.owner(),
                        "PUT",
                        "/1.3/account/details/" + ada.username(),
                        "{\"account\":{\"email\":\"" + former.word("contact") + "\"}}")
                .then()
                .statusCode(204);

        await().atMost(LONG_ENOUGH)
                .until(() -> read("/v1/deliveries?server=" + late)
                        .getList("deliveries.state")
                        .equals(List.of("delivered")));

        assertThat(SshLogin.hostname(read("/v1/servers/" + late + "/access"), mailedPassword("late.example.org")))
                .isEqualTo("late.example.org");
    }

    @Test
    void changesWhatWasThere() throws Exception {
        JsonPath access = read("/v1/servers/" + former.word("shown") + "/access");
        assertThat(SshLogin.hostname(access, former.word("shown password"))).isEqualTo("shown.example.org");
        String another = ada.api()
                .post(ada.owner(), "/v1/servers/" + former.word("shown") + "/password", "{\"method\":\"none\"}")
                .then()
                .statusCode(202)
                .extract()
                .path("password");
        await().atMost(LONG_ENOUGH)
                .ignoreExceptions()
                .until(() -> SshLogin.hostname(access, another).equals("shown.example.org"));
        ada.api()
                .post(ada.owner(), "/1.3/server/" + former.word("keyed") + "/start", "")
                .then()
                .statusCode(200);
        await().atMost(LONG_ENOUGH).until(() -> "started".equals(ada.state(former.word("keyed"))));
        ada.stopAndDelete(former.word("refused"));
        assertThat(server(ada.owner(), "refused")).isEqualTo(404);
    }

    @Test
    void grantsAndRevokesWhatIsOldAndNew() {
        ada.revoke("tag_access", "dev");
        assertThat(server(ada.asMember(), "texted")).isEqualTo(403);
        ada.grant("tag_access", "dev");
        assertThat(server(ada.asMember(), "texted")).isEqualTo(200);
        ada.deploy("new.example.org", "sms");
        ada.tag(former.word("keyed"), "dev");
        assertThat(server(ada.asMember(), "keyed")).isEqualTo(200);
        ada.untag(former.word("keyed"), "dev");
        assertThat(server(ada.asMember(), "keyed")).isEqualTo(403);
    }

    @Test
    void goesOnWithAnAuditTrailThatHolds() throws Exception {
        Workspace.Verified trail = ada.verifyAudit(folder);

        assertThat(trail.told()).contains("holds: ", "each as it was written");
        assertThat(trail.status()).isZero();
    }

    private int status(Caller caller) {
        return ada.api().get(caller, "/1.3/account").statusCode();
    }

    private int server(Caller caller, String word) {
        return ada.api().get(caller, "/1.3/server/" + former.word(word)).statusCode();
    }

    private JsonPath read(String path) {
        return ada.api().get(ada.owner(), path).jsonPath();
    }

    /** It stands alone on a line, after two spaces. */
    private String mailedPassword(String hostname) {
        return stack.messages().stream()
                .map(message -> message.getOrDefault("body", ""))
                .filter(body -> body.contains(hostname))
                .flatMap(String::lines)
                .filter(line -> line.matches("  \\S{20,}"))
                .map(String::strip)
                .findFirst()
                .orElseThrow();
    }
}
