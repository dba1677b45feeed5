package io.handover.provisioning.storage;

import static io.handover.provisioning.FakeSandbox.sandbox;
import static io.handover.provisioning.TestServers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.kit.caller.Caller;
import io.handover.provisioning.TestDatabase;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a backup rule asks for is done when it is due. */
@QuarkusTest
class BackupScheduleTest {

    private static final String PATH = "/1.3/storage";

    private final Caller ada = TestCallers.anAccount();
    private String data = "";

    @BeforeEach
    void makeAStorage() {
        sandbox();
        String body = """
                {"storage":{"zone":"fi-hel1","title":"data","size":10,
                 "backup_rule":{"interval":"daily","time":"0430","retention":"2"}}}""";
        data = as(ada).body(body).post(PATH).path("storage.uuid");
    }

    @Test
    void backsUpOnceWhenItIsDue() {
        due();

        awaitBackups(1);
        await().untilAsserted(() ->
                assertThat(sandbox().hasDisk(backups().getFirst())).isTrue());
        assertThat(TestDatabase.text("storage", "backup_due_at > now()", "storage_id", data))
                .isEqualTo("t");
    }

    @Test
    void endsBackupsThatAreTooOldAndNoOthers() {
        String byHand = as(ada).body("{\"storage\":{\"title\":\"mine\"}}")
                .post(PATH + "/" + data + "/backup")
                .path("storage.uuid");
        awaitOnline(data);
        due();
        awaitBackups(2);
        awaitOnline(data);
        String first = backups().getLast();
        TestDatabase.execute(
                "update storage set created_at = created_at - interval '3 days' where source = '" + data + "'");

        due();

        await().untilAsserted(
                        () -> assertThat(backups()).hasSize(2).contains(byHand).doesNotContain(first));
        await().untilAsserted(() -> assertThat(sandbox().hasDisk(first)).isFalse());
    }

    @Test
    void isNotBackedUpWithoutARule() {
        as(ada).body("{\"storage\":{\"backup_rule\":{}}}")
                .put(PATH + "/" + data)
                .then()
                .statusCode(202);

        assertThat(TestDatabase.text("storage", "backup_due_at", "storage_id", data))
                .isNull();
    }

    private void due() {
        TestDatabase.execute("update storage set backup_due_at = now() where storage_id = '" + data + "'");
    }

    private void awaitBackups(int count) {
        await().untilAsserted(() -> assertThat(backups()).hasSize(count));
    }

    private void awaitOnline(String id) {
        await().untilAsserted(() -> assertThat(as(ada).get(PATH + "/" + id).<String>path("storage.state"))
                .isEqualTo("online"));
    }

    private List<String> backups() {
        return as(ada).get(PATH + "/" + data).path("storage.backups.backup");
    }
}
