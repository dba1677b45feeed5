package io.handover.provisioning.storage;

import static io.handover.provisioning.TestServers.UBUNTU;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.refusedAs;
import static io.handover.provisioning.TestServers.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.Topics;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.StorageCreated;
import io.handover.events.provisioning.StorageDeleted;
import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StorageResourceTest {

    private static final String PATH = "/1.3/storage";
    private static final TestTopic<ServerEvent> TOPIC = new TestTopic<>(Topics.PROVISIONING_SERVER);

    private final Caller ada = TestCallers.anAccount();

    @Test
    void answersWithUpCloudsTypesAndSaysSo() {
        Response answer =
                make(data("\"size\":\"10\",\"backup_rule\":{},\"labels\":[{\"key\":\"env\",\"value\":\"dev\"}]"));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        Map<String, Object> storage = answer.path("storage");
        assertThat(storage)
                .containsEntry("access", "private")
                .containsEntry("size", 10)
                .containsEntry("license", 0)
                .containsEntry("state", "online")
                .containsEntry("tier", "maxiops")
                .containsEntry("type", "normal")
                .containsEntry("encrypted", "no")
                .containsEntry("backup_rule", Map.of())
                .containsEntry("backups", Map.of("backup", List.of()))
                .containsEntry("servers", Map.of("server", List.of()))
                .containsEntry("labels", List.of(Map.of("key", "env", "value", "dev")))
                .hasEntrySatisfying("created", at -> assertThat((String) at).endsWith("Z"))
                .doesNotContainKeys("part_of_plan", "template_type");
        String id = answer.path("storage.uuid");
        assertThat(id).startsWith("01");
        TOPIC.hear(StorageCreated.class, event -> event.storageId().toString().equals(id));
    }

    @Test
    void listsOwnStoragesAndPublicTemplates() {
        String own = made();
        make(TestCallers.anAccount());

        assertThat(listed("")).contains(own, UBUNTU);
        assertThat(listed("/private")).containsExactly(own);
        assertThat(listed("/normal")).containsExactly(own);
        assertThat(listed("/public")).contains(UBUNTU).doesNotContain(own);
        assertThat(listed("/template/")).contains(UBUNTU).doesNotContain(own);
        assertThat(listed("/public/template")).contains(UBUNTU);
        assertThat(listed("/private/template")).isEmpty();
        assertThat(listed("/backup")).isEmpty();
        Map<String, Object> item = as(ada).get(PATH + "/private").path("storages.storage[0]");
        assertThat(item).doesNotContainKeys("servers", "backups", "backup_rule");
    }

    @Test
    void showsATemplate() {
        Map<String, Object> template = as(ada).get(PATH + "/" + UBUNTU).path("storage");

        assertThat(template)
                .containsEntry("access", "public")
                .containsEntry("type", "template")
                .containsEntry("template_type", "cloud-init")
                .doesNotContainKeys("zone", "created", "tier");
    }

    @Test
    void findsByLabels() {
        String red = make(data("\"size\":1,\"labels\":[{\"key\":\"color\",\"value\":\"red\"}]"))
                .path("storage.uuid");
        make(data("\"size\":1,\"labels\":[{\"key\":\"color\",\"value\":\"blue\"}]"));

        assertThat(as(ada).queryParam("label", "color").get(PATH).<List<String>>path("storages.storage.uuid"))
                .hasSize(2);
        assertThat(as(ada).queryParam("label", "color=red").get(PATH).<List<String>>path("storages.storage.uuid"))
                .containsExactly(red);
        refusedAs(as(ada).queryParam("label", "a\0b").get(PATH), 400, "INVALID_LABEL_KEY");
    }

    @Test
    void growsAndIsRenamed() {
        String id = made();

        Response answer = change(id, "{\"storage\":{\"title\":\"more\",\"size\":\"20\",\"labels\":[]}}");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(answer.<String>path("storage.title")).isEqualTo("more");
        assertThat(as(ada).get(PATH + "/" + id + "/").<Integer>path("storage.size"))
                .isEqualTo(20);
        refusedAs(change(id, "{\"storage\":{\"size\":19}}"), 400, "SIZE_INVALID");
        refusedAs(change(id, "{\"storage\":{\"title\":\"\"}}"), 400, "STORAGE_TITLE_MISSING");
        refusedAs(change(id, "{}"), 400, "REQUEST_INVALID");
    }

    @Test
    void goesUnlessAServerHasIt() {
        String server = requested(ada, "web.example.org");
        String attached = as(ada).get("/1.3/server/" + server).path("server.storage_devices.storage_device[0].storage");
        String free = made();

        as(ada).delete(PATH + "/" + free + "?backups=keep").then().statusCode(204);

        refusedAs(as(ada).get(PATH + "/" + free), 404, "STORAGE_NOT_FOUND");
        TOPIC.hear(StorageDeleted.class, event -> event.storageId().toString().equals(free));
        refusedAs(as(ada).delete(PATH + "/" + attached), 409, "STORAGE_ATTACHED_AS_DISK");
        assertThat(as(ada).get(PATH + "/" + attached).<List<String>>path("storage.servers.server"))
                .containsExactly(server);
    }

    @Test
    void belongsToTheMemberWhoMadeIt() {
        Caller bob = TestCallers.aMemberOf(ada);

        String id = make(bob);

        assertThat(as(bob).get(PATH + "/private").<List<String>>path("storages.storage.uuid"))
                .containsExactly(id);
        assertThat(listed("/private")).containsExactly(id);
        refusedAs(as(TestCallers.aMemberOf(ada)).get(PATH + "/" + id), 403, "STORAGE_FORBIDDEN");
        refusedAs(as(TestCallers.aMemberOf(ada)).delete(PATH + "/" + id), 403, "STORAGE_FORBIDDEN");
    }

    @Test
    void hidesForeignStorages() {
        String id = made();
        Caller eve = TestCallers.anAccount();

        refusedAs(as(eve).get(PATH + "/" + id), 404, "STORAGE_NOT_FOUND");
        refusedAs(as(eve).delete(PATH + "/" + id), 404, "STORAGE_NOT_FOUND");
        refusedAs(as(eve).body("{\"storage\":{}}").put(PATH + "/" + id), 404, "STORAGE_NOT_FOUND");
        refusedAs(as(ada).get(PATH + "/" + UUID.randomUUID()), 404, "STORAGE_NOT_FOUND");
        refusedAs(as(ada).get(PATH + "/moon"), 400, "STORAGE_INVALID");
        refusedAs(as(ada).delete(PATH + "/" + UBUNTU), 404, "STORAGE_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "", "null", "{}", "{\"storage\":7}"})
    void refusesABodyThatIsNoStorage(String body) {
        refusedAs(make(body), 400, "REQUEST_INVALID");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "size":10,"zone":null                            | 400 | ZONE_MISSING
            "size":10,"zone":"moon1"                         | 404 | ZONE_NOT_FOUND
            "size":10,"title":null                           | 400 | STORAGE_TITLE_MISSING
            "size":10,"title":"<b>"                          | 400 | STORAGE_TITLE_INVALID
            "size":10,"title":"\\u0000"                      | 400 | STORAGE_TITLE_INVALID
            "size":null                                      | 400 | SIZE_MISSING
            "size":0                                         | 400 | SIZE_INVALID
            "size":1                                         | 201 |
            "size":4096                                      | 201 |
            "size":4097                                      | 400 | SIZE_INVALID
            "size":"ten"                                     | 400 | REQUEST_INVALID
            "size":10,"tier":"moon"                          | 400 | TIER_INVALID
            "size":10,"tier":"hdd"                           | 201 |
            "size":10,"encrypted":"maybe"                    | 400 | ENCRYPTED_INVALID
            "size":10,"labels":[{"key":"x","value":""}]      | 400 | INVALID_LABEL_KEY
            "size":10,"labels":[null]                        | 400 | INVALID_LABEL_KEY
            "size":10,"labels":{}                            | 400 | REQUEST_INVALID
            """)
    void knowsWhatAFieldMayHold(String fields, int status, String code) {
        Response answer = make(data(fields));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("error.error_code")).isEqualTo(code);
    }

    private Response make(String body) {
        return as(ada).body(body).post(PATH);
    }

    private static String make(Caller caller) {
        return as(caller).body(data("\"size\":10")).post(PATH).path("storage.uuid");
    }

    private String made() {
        return make(ada);
    }

    private Response change(String id, String body) {
        return as(ada).body(body).put(PATH + "/" + id);
    }

    private List<String> listed(String filter) {
        return as(ada).get(PATH + filter).path("storages.storage.uuid");
    }

    private static String data(String fields) {
        return "{\"storage\":{\"zone\":\"fi-hel1\",\"title\":\"data\"," + fields + "}}";
    }
}
