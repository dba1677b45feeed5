package io.handover.provisioning.storage;

import static io.handover.provisioning.FakeSandbox.sandbox;
import static io.handover.provisioning.TestServers.UBUNTU;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.deployed;
import static io.handover.provisioning.TestServers.refusedAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.kit.caller.Caller;
import io.handover.provisioning.FakeSandbox.Fault;
import io.handover.provisioning.TestServers;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clones, templates and backups: begun by a request, made by the back end, and cancelled or restored. */
@QuarkusTest
class StorageCopyTest {

    private static final String PATH = "/1.3/storage";
    private static final String TITLED = "{\"storage\":{\"title\":\"copy\"}}";

    private final Caller ada = TestCallers.anAccount();
    private String data = "";

    @BeforeEach
    void makeAStorage() {
        sandbox();
        data = made("\"tier\":\"standard\"");
    }

    @Test
    void clones() {
        Response answer = cloned(data, "");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        Map<String, Object> copy = answer.path("storage");
        assertThat(copy)
                .containsEntry("state", "maintenance")
                .containsEntry("progress", "0")
                .containsEntry("type", "normal")
                .containsEntry("tier", "standard")
                .containsEntry("size", 10)
                .containsEntry("zone", "fi-hel2")
                .doesNotContainKey("origin");
        awaitOnline(answer.path("storage.uuid"));
        awaitOnline(data);
        assertThat(sandbox().hasDisk(answer.path("storage.uuid"))).isTrue();
        assertThat(details(answer.path("storage.uuid"))).doesNotContainKey("progress");
    }

    @Test
    void clonesAPublicTemplate() {
        Response answer = cloned(UBUNTU, ",\"tier\":\"hdd\"");

        assertThat(answer.<String>path("storage.tier")).isEqualTo("hdd");
        awaitOnline(answer.path("storage.uuid"));
    }

    @Test
    void makesATemplateThatServersAreClonedFrom() {
        Response answer = as(ada).body(TITLED).post(PATH + "/" + data + "/templatize");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        String template = answer.path("storage.uuid");
        assertThat(answer.<Map<String, Object>>path("storage"))
                .containsEntry("type", "template")
                .containsEntry("access", "private")
                .containsEntry("state", "maintenance")
                .doesNotContainKeys("backup_rule", "backups");
        awaitOnline(template);
        assertThat(as(ada).get(PATH + "/private/template").<List<String>>path("storages.storage.uuid"))
                .containsExactly(template);
        Response server =
                TestServers.request(ada, TestServers.body("web.example.org", 25).replace(UBUNTU, template));
        assertThat(server.statusCode()).as(server.asString()).isEqualTo(202);
        TestServers.awaitState(ada, server.path("server.uuid"), "started");
        refusedAs(as(ada).body(TITLED).post(PATH + "/" + template + "/templatize"), 409, "STORAGE_TYPE_ILLEGAL");
        refusedAs(change(template, "\"size\":20"), 409, "STORAGE_TYPE_ILLEGAL");
    }

    @Test
    void backsUpAndRestores() {
        String backup = backedUp(data);

        Map<String, Object> shown = details(backup);
        assertThat(shown)
                .containsEntry("type", "backup")
                .containsEntry("origin", data)
                .doesNotContainKeys("tier", "backup_rule", "backups");
        assertThat(as(ada).get(PATH + "/" + data).<List<String>>path("storage.backups.backup"))
                .containsExactly(backup);
        as(ada).body("{\"UUID\":\"" + backup + "\"}")
                .post(PATH + "/" + backup + "/restore")
                .then()
                .statusCode(204);
        await().untilAsserted(() -> assertThat(
                        sandbox().count(request -> request.is("POST", "/v1/disks/" + data + "/restore", backup)))
                .isEqualTo(1));
        awaitOnline(data);
        awaitOnline(backup);
    }

    @Test
    void holdsSomethingUnknownWhenItIsNotRestored() {
        String backup = backedUp(data);
        sandbox().next(Fault.REFUSED, 1, request -> request.is("POST", "/v1/disks/" + data, ""));

        as(ada).post(PATH + "/" + backup + "/restore").then().statusCode(204);

        awaitState(data, "error");
        awaitOnline(backup);
    }

    @ParameterizedTest
    @CsvSource({"clone, cloning", "templatize, cloning", "backup, backuping"})
    void isBusyWhileItIsCopiedUntilThatIsCancelled(String how, String state) {
        holdCopies();
        String copy = as(ada).body("{\"storage\":{\"title\":\"copy\",\"zone\":\"fi-hel1\"}}")
                .post(PATH + "/" + data + "/" + how)
                .path("storage.uuid");

        assertThat(details(data)).containsEntry("state", state);
        refusedAs(as(ada).body(TITLED).post(PATH + "/" + data + "/backup"), 409, "STORAGE_STATE_ILLEGAL");
        refusedAs(change(data, "\"title\":\"x\""), 409, "STORAGE_STATE_ILLEGAL");
        refusedAs(as(ada).delete(PATH + "/" + data), 409, "STORAGE_STATE_ILLEGAL");
        refusedAs(as(ada).delete(PATH + "/" + copy), 409, "STORAGE_STATE_ILLEGAL");
        as(ada).body("{\"UUID\":\"x\"}")
                .post(PATH + "/" + data + "/cancel")
                .then()
                .statusCode(204);

        assertThat(details(data)).containsEntry("state", "online");
        refusedAs(as(ada).get(PATH + "/" + copy), 404, "STORAGE_NOT_FOUND");
        await().untilAsserted(() -> assertThat(
                        sandbox().count(request -> request.is("DELETE", "/v1/disks/" + copy, "")))
                .isPositive());
        assertThat(sandbox().hasDisk(copy)).isFalse();
        refusedAs(as(ada).post(PATH + "/" + data + "/cancel"), 409, "STORAGE_STATE_ILLEGAL");
    }

    @Test
    void isInErrorWhenTheBackEndRefuses() {
        sandbox().next(Fault.REFUSED, 1, request -> request.is("PUT", "/v1/disks/", data));

        String copy = cloned(data, "").path("storage.uuid");

        awaitState(copy, "error");
        awaitOnline(data);
        as(ada).delete(PATH + "/" + copy).then().statusCode(204);
    }

    @Test
    void grows() {
        backedUp(data);

        Response answer = change(data, "\"size\":\"12\"");

        assertThat(answer.<Integer>path("storage.size")).isEqualTo(12);
        await().untilAsserted(() -> assertThat(sandbox().diskSize(data)).isEqualTo(12));
    }

    @Test
    void isBackedUpBeforeAFileSystemGrows() {
        Response answer = as(ada).post(PATH + "/" + data + "/resize");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<String>path("resize_backup.type")).isEqualTo("backup");
        assertThat(answer.<String>path("resize_backup.origin")).isEqualTo(data);
        awaitOnline(answer.path("resize_backup.uuid"));
    }

    @Test
    void restoresAndResizesOnlyWhileItsServerIsStopped() {
        String server = deployed(ada, "web.example.org");
        String disk = TestServers.details(ada, server).path("server.storage_devices.storage_device[0].storage");
        String backup = backedUp(disk);

        refusedAs(as(ada).post(PATH + "/" + backup + "/restore"), 409, "SERVER_STATE_ILLEGAL");
        refusedAs(as(ada).post(PATH + "/" + disk + "/resize"), 409, "SERVER_STATE_ILLEGAL");
        refusedAs(as(ada).post(PATH + "/" + disk + "/restore"), 409, "STORAGE_TYPE_ILLEGAL");
        awaitOnline(disk);
    }

    @ParameterizedTest
    @CsvSource({"keep, 2", "keep_latest, 1", "delete, 0"})
    void leavesAsManyBackupsAsWanted(String policy, int left) {
        backedUp(data);
        String latest = backedUp(data);

        as(ada).delete(PATH + "/" + data + "?backups=" + policy).then().statusCode(204);

        List<String> backups = as(ada).get(PATH + "/backup").path("storages.storage.uuid");
        assertThat(backups).hasSize(left);
        if (left > 0) {
            assertThat(backups).contains(latest);
        }
    }

    @Test
    void refusesAnotherPolicy() {
        refusedAs(as(ada).delete(PATH + "/" + data + "?backups=some"), 400, "BACKUP_DELETION_POLICY_INVALID");
    }

    @Test
    void keepsFavoritesOfEachUser() {
        as(ada).post(PATH + "/" + data + "/favorite").then().statusCode(204);
        as(ada).post(PATH + "/" + data + "/favorite").then().statusCode(204);
        as(ada).post(PATH + "/" + UBUNTU + "/favorite").then().statusCode(204);

        assertThat(favorites(ada)).containsExactlyInAnyOrder(data, UBUNTU);
        assertThat(favorites(TestCallers.aMemberOf(ada))).isEmpty();
        as(ada).delete(PATH + "/" + UBUNTU + "/favorite").then().statusCode(204);
        assertThat(favorites(ada)).containsExactly(data);
        refusedAs(as(TestCallers.anAccount()).post(PATH + "/" + data + "/favorite"), 404, "STORAGE_NOT_FOUND");
    }

    @Test
    void keepsABackupRule() {
        String rule = "\"backup_rule\":{\"interval\":\"daily\",\"time\":\"0430\",\"retention\":%s}";

        String id = made(rule.formatted("30"));
        assertThat(details(id))
                .containsEntry("backup_rule", Map.of("interval", "daily", "time", "0430", "retention", "30"));
        change(id, rule.formatted("\"1095\"")).then().statusCode(202);
        assertThat(as(ada).get(PATH + "/" + id).<String>path("storage.backup_rule.retention"))
                .isEqualTo("1095");
        change(id, "\"backup_rule\":{}").then().statusCode(202);
        assertThat(details(id)).containsEntry("backup_rule", Map.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "interval":"daily","time":"0430","retention":0     | RETENTION_INVALID
        "interval":"daily","time":"0430","retention":1096  | RETENTION_INVALID
        "interval":"daily","time":"0430","retention":"x"   | RETENTION_INVALID
        "interval":"daily","time":"0430"                   | RETENTION_INVALID
        "interval":"daily","time":"2400","retention":1     | BACKUP_RULE_INVALID
        "interval":"daily","time":"4:30","retention":1     | BACKUP_RULE_INVALID
        "interval":"hourly","time":"0430","retention":1    | INTERVAL_INVALID
        "time":"0430","retention":1                        | INTERVAL_INVALID
        """)
    void refusesABackupRule(String rule, String code) {
        refusedAs(change(data, "\"backup_rule\":{" + rule + "}"), 400, code);
    }

    @Test
    void takesNoBackupRuleBesideASimpleBackup() {
        String wish = "\"password_delivery\":\"none\",\"simple_backup\":\"0100,dailies\"," + TestServers.disk(25);
        Response server = TestServers.request(ada, TestServers.body("web.example.org", wish));
        String disk = server.path("server.storage_devices.storage_device[0].storage");

        refusedAs(
                change(disk, "\"backup_rule\":{\"interval\":\"mon\",\"time\":\"0430\",\"retention\":1}"),
                409,
                "BACKUP_RULE_CONFLICT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clone", "templatize", "backup"})
    void refusesACopyWithoutTitle(String how) {
        refusedAs(
                as(ada).body("{\"storage\":{\"zone\":\"fi-hel1\"}}").post(PATH + "/" + data + "/" + how),
                400,
                "STORAGE_TITLE_MISSING");
        refusedAs(as(ada).body("{}").post(PATH + "/" + data + "/" + how), 400, "REQUEST_INVALID");
    }

    @Test
    void refusesACloneInNoZone() {
        refusedAs(as(ada).body(TITLED).post(PATH + "/" + data + "/clone"), 400, "ZONE_MISSING");
        refusedAs(
                as(ada).body("{\"storage\":{\"title\":\"x\",\"zone\":\"fi-hel1\",\"tier\":\"moon\"}}")
                        .post(PATH + "/" + data + "/clone"),
                400,
                "TIER_INVALID");
    }

    @Test
    void hidesForeignStorages() {
        Caller eve = TestCallers.anAccount();

        for (String how : List.of("templatize", "backup", "restore", "cancel", "resize")) {
            refusedAs(as(eve).body(TITLED).post(PATH + "/" + data + "/" + how), 404, "STORAGE_NOT_FOUND");
            refusedAs(
                    as(TestCallers.aMemberOf(ada)).body(TITLED).post(PATH + "/" + data + "/" + how),
                    403,
                    "STORAGE_FORBIDDEN");
        }
    }

    @Test
    void holdsNoMoreThanTheAccountMay() {
        Caller eve = TestCallers.anAccount();
        for (int size : List.of(4096, 4096, 2048)) {
            make(eve, "\"tier\":\"hdd\",\"size\":" + size).then().statusCode(201);
        }

        refusedAs(make(eve, "\"tier\":\"hdd\",\"size\":1"), 409, "STORAGE_RESOURCES_UNAVAILABLE");
        Response other = make(eve, "\"tier\":\"maxiops\",\"size\":1");
        assertThat(other.statusCode()).as(other.asString()).isEqualTo(201);
    }

    private void holdCopies() {
        sandbox().next(Fault.BROKEN, 1000, request -> request.is("PUT", "/v1/disks/", data));
    }

    private String backedUp(String storage) {
        String backup = as(ada).body(TITLED)
                .post(PATH + "/" + storage + "/backup")
                .then()
                .statusCode(201)
                .extract()
                .path("storage.uuid");
        awaitOnline(backup);
        awaitOnline(storage);
        return backup;
    }

    private Response cloned(String storage, String more) {
        return as(ada).body("{\"storage\":{\"title\":\"copy\",\"zone\":\"fi-hel2\"" + more + "}}")
                .post(PATH + "/" + storage + "/clone");
    }

    private String made(String more) {
        return make(ada, "\"size\":10," + more).path("storage.uuid");
    }

    private static Response make(Caller caller, String fields) {
        return as(caller)
                .body("{\"storage\":{\"zone\":\"fi-hel1\",\"title\":\"data\"," + fields + "}}")
                .post(PATH);
    }

    private Response change(String id, String fields) {
        return as(ada).body("{\"storage\":{" + fields + "}}").put(PATH + "/" + id);
    }

    private Map<String, Object> details(String id) {
        return as(ada).get(PATH + "/" + id).path("storage");
    }

    private void awaitOnline(String id) {
        awaitState(id, "online");
    }

    private void awaitState(String id, String state) {
        await().untilAsserted(() -> assertThat(details(id)).containsEntry("state", state));
    }

    private static List<String> favorites(Caller caller) {
        return as(caller).get(PATH + "/favorite").path("storages.storage.uuid");
    }
}
