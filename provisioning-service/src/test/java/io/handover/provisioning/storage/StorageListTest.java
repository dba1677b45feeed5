package io.handover.provisioning.storage;

import static io.handover.provisioning.TestGrants.asAfter;
import static io.handover.provisioning.TestGrants.grant;
import static io.handover.provisioning.TestGrants.grantWithStorages;
import static io.handover.provisioning.TestServers.UBUNTU;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.details;
import static io.handover.provisioning.TestServers.refusedAs;
import static io.handover.provisioning.TestServers.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.kit.caller.Caller;
import io.handover.provisioning.TestDatabase;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which storages a list shows, in what order, and how many. */
@QuarkusTest
class StorageListTest {

    private static final String PATH = "/1.3/storage";

    private final Caller ada = TestCallers.anAccount();
    private final Caller bob = TestCallers.aMemberOf(ada);
    private String logs = "";
    private String data = "";

    @BeforeEach
    void makeTwo() {
        logs = make("logs", 30, "[{\"key\":\"Env\",\"value\":\"Dev\"}]");
        data = make("Data", 20, "[]");
    }

    @Test
    void listsPublicTemplatesFirst() {
        List<String> all = listed(as(ada), "");

        assertThat(all).contains(UBUNTU).endsWith(logs, data);
        assertThat(listed(as(ada), "/private")).containsExactly(logs, data);
        assertThat(listed(as(ada), "/private/normal")).containsExactly(logs, data);
        assertThat(listed(as(ada), "/template")).contains(UBUNTU).doesNotContain(logs, data);
        assertThat(listed(as(ada), "/public")).containsExactlyElementsOf(all.subList(0, all.size() - 2));
        assertThat(listed(as(ada), "/private/backup")).isEmpty();
    }

    @Test
    void pagesThroughTemplatesAndStoragesAsOneList() {
        for (String sort : List.of("", "title", "size", "zone", "tier", "type", "created")) {
            List<String> all = listed(as(ada).queryParam("sort_by", sort), "");
            for (int offset = 0; offset <= all.size(); offset++) {
                assertThat(listed(page(ada, 2, offset).queryParam("sort_by", sort), ""))
                        .as(sort + " from " + offset)
                        .containsExactlyElementsOf(all.subList(offset, Math.min(offset + 2, all.size())));
            }
        }
    }

    @Test
    void sortsTemplatesAndStoragesTogether() {
        var titles = as(ada).queryParam("sort_by", "title").get(PATH).<List<String>>path("storages.storage.title");
        assertThat(titles).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER).contains("Data", "logs");

        var sizes = as(ada).queryParam("sort_by", "size")
                .queryParam("order_by", "desc")
                .get(PATH)
                .<List<Integer>>path("storages.storage.size");
        assertThat(sizes).startsWith(30, 20);
    }

    @Test
    void searchesTitlesAndIds() {
        assertThat(listed(as(ada).queryParam("search", "DATA"), "")).containsExactly(data);
        assertThat(listed(as(ada).queryParam("search", "noble"), "")).containsExactly(UBUNTU);
        assertThat(listed(as(ada).queryParam("search", logs.substring(9)), "")).containsExactly(logs);
    }

    @Test
    void filtersByLabelWithoutTheCaseOfItsKey() {
        assertThat(listed(as(ada).queryParam("label", "env=Dev"), "")).containsExactly(logs);
        assertThat(listed(as(ada).queryParam("label", "ENV"), "")).containsExactly(logs);
        assertThat(listed(as(ada).queryParam("label", "env=dev"), "")).isEmpty();
    }

    @Test
    void pagesWhatAMemberMaySeeByAnyGrantOnce() {
        String server = requested(ada, "web.example.org");
        as(ada).body("{\"tag\":{\"name\":\"dev\"}}").post("/1.3/tag").then().statusCode(200);
        as(ada).post("/1.3/server/" + server + "/tag/dev").then().statusCode(200);
        String disk = details(ada, server).path("server.storage_devices.storage_device[0].storage");
        grant(bob, "storage", data);
        grantWithStorages(bob, "server", server);
        var granted = grantWithStorages(bob, "tag_access", "dev");

        assertThat(listed(asAfter(granted, bob), "/private")).containsExactly(data, disk);
        assertThat(listed(page(bob, 1, 0), "/private")).containsExactly(data);
        assertThat(listed(page(bob, 1, 1), "/private")).containsExactly(disk);
        assertThat(listed(page(bob, 1, 2), "/private")).isEmpty();
    }

    @Test
    void showsWhatIsAttachedToATaggedServer() {
        String server = requested(ada, "web.example.org");
        as(ada).body("{\"tag\":{\"name\":\"dev\"}}").post("/1.3/tag").then().statusCode(200);
        as(ada).post("/1.3/server/" + server + "/tag/dev").then().statusCode(200);
        var granted = grantWithStorages(bob, "tag_access", "dev");
        assertThat(listed(asAfter(granted, bob), "/private")).hasSize(1).doesNotContain(logs);

        TestDatabase.execute("insert into storage_attachment (storage_id, server_id, address, position, type, made)"
                + " values ('" + logs + "', '" + server + "', 'virtio:9', 9, 'disk', false)");
        assertThat(listed(as(bob), "/private")).hasSize(2).contains(logs);

        TestDatabase.execute("delete from storage_attachment where storage_id = '" + logs + "'");
        assertThat(listed(as(bob), "/private")).hasSize(1).doesNotContain(logs);
        refusedAs(as(bob).get(PATH + "/" + logs), 403, "STORAGE_FORBIDDEN");
    }

    @Test
    void showsAMemberWhateverIsAttachedOrTagged() {
        String server = requested(ada, "web.example.org");
        String disk = details(ada, server).path("server.storage_devices.storage_device[0].storage");
        var granted = grantWithStorages(bob, "server", "*");
        assertThat(listed(asAfter(granted, bob), "/private")).containsExactly(disk);

        Caller eve = TestCallers.aMemberOf(ada);
        var tagged = grantWithStorages(eve, "tag_access", "*");
        assertThat(listed(asAfter(tagged, eve), "/private")).isEmpty();
        as(ada).body("{\"tag\":{\"name\":\"dev\",\"servers\":{\"server\":[\"" + server + "\"]}}}")
                .post("/1.3/tag")
                .then()
                .statusCode(200);
        assertThat(listed(as(eve), "/private")).containsExactly(disk);
    }

    @ParameterizedTest
    @CsvSource({
        "limit,0,LIMIT_INVALID",
        "limit,101,LIMIT_INVALID",
        "offset,-1,OFFSET_INVALID",
        "sort_by,popularity,SORT_BY_INVALID",
        "order_by,up,ORDER_BY_INVALID",
        "search,a%00b,SEARCH_INVALID"
    })
    void refusesABadParameter(String name, String value, String code) {
        refusedAs(as(ada).urlEncodingEnabled(false).get(PATH + "?" + name + "=" + value), 400, code);
    }

    private String make(String title, int size, String labels) {
        return as(ada).body("{\"storage\":{\"zone\":\"fi-hel1\",\"title\":\"%s\",\"size\":%d,\"labels\":%s}}"
                        .formatted(title, size, labels))
                .post(PATH)
                .path("storage.uuid");
    }

    private static RequestSpecification page(Caller caller, int limit, int offset) {
        return as(caller).queryParam("limit", limit).queryParam("offset", offset);
    }

    private static List<String> listed(RequestSpecification request, String path) {
        return request.get(PATH + path).path("storages.storage.uuid");
    }
}
