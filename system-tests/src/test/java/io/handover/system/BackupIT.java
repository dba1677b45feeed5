package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What docs/backup.md promises: from a base backup of the databases, with nothing of Kafka, everything goes on. */
@ExtendWith(RunningStack.class)
class BackupIT {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private RunningStack stack;
    private Workspace ada;

    @BeforeEach
    void openAnAccount(RunningStack stack) {
        this.stack = stack;
        ada = Workspace.open(stack.api(), "ada");
        ada.addMember("bob");
    }

    @Test
    void servesFromABackupWithoutKafka() throws Exception {
        var web = ada.deploy("web.example.org", "none");
        var db = ada.deploy("db.example.org", "none");
        ada.grant("server", web.server());
        ada.grant("server", db.server());
        ada.revoke("server", db.server());
        ada.changeContact("later-" + ada.email());
        String late = ada.deploy("late.example.org", "email").server();
        await().atMost(LONG_ENOUGH).until(() -> "awaiting".equals(state(late)));

        Path backup = stack.backUp();
        ada.changeContact(ada.email());
        await().atMost(LONG_ENOUGH).until(() -> "delivered".equals(state(late)));
        Workspace eve = Workspace.open(stack.api(), "eve");
        String lost = ada.deploy("lost.example.org", "none").server();
        stack.loseAllBut(backup);

        assertThat(stack.api().get(eve.owner(), "/1.3/account").statusCode()).isEqualTo(401);
        assertThat(servers(ada.owner()))
                .contains(web.server(), db.server(), late)
                .doesNotContain(lost);
        assertThat(servers(ada.asMember())).containsExactly(web.server());
        assertThat(SshLogin.hostname(read("/v1/servers/" + web.server() + "/access"), password(web)))
                .isEqualTo("web.example.org");
        await().atMost(LONG_ENOUGH).until(() -> "failed".equals(state(late)));
        assertThat(read("/v1/deliveries?server=" + late).getString("deliveries[0].reason"))
                .contains("one-time key is gone");
        goesOn(late);
        assertThat(ada.verifyAudit(folder).told()).contains("holds: ");
    }

    /** Whatever is asked now is answered as before, by every service, and heard by the others. */
    private void goesOn(String late) throws Exception {
        ada.changeContact(ada.email());
        ada.grant("server", late);
        assertThat(servers(ada.asMember())).contains(late);
        ada.revoke("server", late);
        assertThat(servers(ada.asMember())).doesNotContain(late);
        int before = mails().size();
        ada.api()
                .post(ada.owner(), "/v1/servers/" + late + "/password", "{\"method\":\"email\"}")
                .then()
                .statusCode(202);
        await().atMost(LONG_ENOUGH).until(() -> mails().size() > before);
        ada.deploy("new.example.org", "email");
        await().atMost(LONG_ENOUGH).until(() -> mails().size() > before + 1);
        Workspace.open(stack.api(), "eve").deploy("eve.example.org", "none");
    }

    private List<Map<String, String>> mails() {
        return stack.messages().stream()
                .filter(message -> ada.email().equals(message.get("to")))
                .toList();
    }

    private List<String> servers(Caller caller) {
        return stack.api().get(caller, "/1.3/server").jsonPath().getList("servers.server.uuid");
    }

    private String state(String server) {
        return Objects.toString(read("/v1/deliveries?server=" + server).getString("deliveries[0].state"));
    }

    private static String password(Workspace.Deployed deployed) {
        return deployed.answer().jsonPath().getString("server.password");
    }

    private JsonPath read(String path) {
        return ada.api().get(ada.owner(), path).jsonPath();
    }
}
