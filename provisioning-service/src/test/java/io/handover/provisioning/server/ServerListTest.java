package io.handover.provisioning.server;

import static io.handover.provisioning.TestGrants.asAfter;
import static io.handover.provisioning.TestGrants.grant;
import static io.handover.provisioning.TestServers.PATH;
import static io.handover.provisioning.TestServers.UBUNTU;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.details;
import static io.handover.provisioning.TestServers.refusedAs;
import static io.handover.provisioning.TestServers.request;
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

/** Which servers a list shows, in what order, and how many. */
@QuarkusTest
class ServerListTest {

    private final Caller ada = TestCallers.anAccount();
    private final Caller bob = TestCallers.aMemberOf(ada);
    private String one = "";
    private String two = "";
    private String three = "";

    @BeforeEach
    void makeThree() {
        one = make("one.example.org", "Zebra", "fi-hel1", "1xCPU-2GB", "env", "Dev");
        two = make("two.example.org", "apple", "de-fra1", "2xCPU-4GB", "env", "prod");
        three = make("three.example.org", "Mango", "fi-hel2", "1xCPU-1GB", "Team", "core");
        for (String tag : List.of("Web", "db")) {
            as(ada).body("{\"tag\":{\"name\":\"" + tag + "\"}}")
                    .post("/1.3/tag")
                    .then()
                    .statusCode(200);
        }
        as(ada).post(PATH + "/" + one + "/tag/web,db").then().statusCode(200);
        as(ada).post(PATH + "/" + two + "/tag/web").then().statusCode(200);
    }

    @Test
    void listsEverythingOldestFirstWithTags() {
        assertThat(listed(as(ada))).containsExactly(one, two, three);
        assertThat(as(ada).get(PATH).<List<List<String>>>path("servers.server.tags.tag"))
                .containsExactly(List.of("db", "Web"), List.of("Web"), List.of());
        assertThat(listed(as(ada).queryParam("unheard_of", "x").queryParam("state", "")))
                .hasSize(3);
    }

    @Test
    void filtersByLabel() {
        assertThat(listed(as(ada).queryParam("label", "env"))).containsExactly(one, two);
        assertThat(listed(as(ada).queryParam("label", "ENV=Dev"))).containsExactly(one);
        assertThat(listed(as(ada).queryParam("label", "env=dev"))).isEmpty();
        assertThat(listed(as(ada).queryParam("label", "team"))).containsExactly(three);
        assertThat(listed(as(ada).queryParam("label", "env", "team"))).isEmpty();
    }

    @Test
    void filtersById() {
        assertThat(listed(as(ada).queryParam("uuid", three, one))).containsExactly(one, three);
        assertThat(listed(as(ada).queryParam("uuid", UBUNTU))).isEmpty();
    }

    @Test
    void filtersByState() {
        TestDatabase.execute("update server set state = 'ERROR' where server_id = '" + two + "'");

        assertThat(listed(as(ada).queryParam("state", "error"))).containsExactly(two);
        assertThat(listed(as(ada).queryParam("state", "stopped"))).isEmpty();
    }

    @Test
    void filtersByTag() {
        assertThat(listed(as(ada).queryParam("tag", "WEB"))).containsExactly(one, two);
        assertThat(listed(as(ada).queryParam("tag", "web,db"))).containsExactly(one, two);
        assertThat(listed(as(ada).queryParam("tag", "web:db"))).containsExactly(one);
        assertThat(listed(as(ada).queryParam("tag", "moon"))).isEmpty();
        refusedAs(as(ada).queryParam("tag", "no such").get(PATH), 404, "TAG_NOT_FOUND");
    }

    @Test
    void hasNoGpusAndNoSuchHost() {
        assertThat(listed(as(ada).queryParam("device", "type=gpu"))).isEmpty();
        assertThat(listed(as(ada).queryParam("device", "type!=gpu"))).hasSize(3);
        assertThat(listed(as(ada).queryParam("host", "1"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"zEBRA,1", "two.example,1", "fi-hel,2", "frankfurt,1", "web,2", "noble,3", "%,0", "moon,0"})
    void searchesEverywhere(String part, int found) {
        assertThat(listed(as(ada).queryParam("search", part))).hasSize(found);
        var granted = grant(bob, "server", "*");
        assertThat(listed(asAfter(granted, bob).queryParam("search", part))).hasSize(found);
    }

    @Test
    void searchesIds() {
        assertThat(listed(as(ada).queryParam("search", two.substring(9, 36)))).containsExactly(two);
    }

    @Test
    void sorts() {
        assertThat(listed(as(ada).queryParam("sort_by", "title"))).containsExactly(two, three, one);
        assertThat(listed(as(ada).queryParam("sort_by", "title").queryParam("order_by", "desc")))
                .containsExactly(one, three, two);
        assertThat(listed(as(ada).queryParam("sort_by", "zone"))).containsExactly(two, one, three);
        assertThat(listed(as(ada).queryParam("sort_by", "cores"))).containsExactly(one, three, two);
        assertThat(listed(as(ada).queryParam("sort_by", "size"))).containsExactly(three, one, two);
        assertThat(listed(as(ada).queryParam("sort_by", "memory"))).containsExactly(three, one, two);
        assertThat(listed(as(ada).queryParam("sort_by", "popularity").queryParam("order_by", "desc")))
                .containsExactly(three, two, one);
        assertThat(listed(as(ada).queryParam("order_by", "desc"))).containsExactly(one, two, three);
    }

    @Test
    void pages() {
        assertThat(listed(as(ada).queryParam("limit", 2))).containsExactly(one, two);
        assertThat(listed(as(ada).queryParam("limit", 2).queryParam("offset", 2)))
                .containsExactly(three);
        assertThat(listed(as(ada).queryParam("offset", 1))).containsExactly(two, three);
        assertThat(listed(as(ada).queryParam("offset", 3))).isEmpty();
    }

    @Test
    void pagesWhatAMemberMaySeeByAnyGrantOnce() {
        grant(bob, "server", three);
        grant(bob, "server", one);
        grant(bob, "tag_access", "db");
        var granted = grant(bob, "tag_access", "web");

        assertThat(listed(asAfter(granted, bob))).containsExactly(one, two, three);
        assertThat(listed(as(bob).queryParam("limit", 1))).containsExactly(one);
        assertThat(listed(as(bob).queryParam("limit", 1).queryParam("offset", 1)))
                .containsExactly(two);
        assertThat(listed(as(bob).queryParam("limit", 2).queryParam("offset", 1)))
                .containsExactly(two, three);
        assertThat(listed(as(bob).queryParam("sort_by", "title").queryParam("limit", 2)))
                .containsExactly(two, three);
        assertThat(listed(as(bob).queryParam("tag", "db"))).containsExactly(one);
        assertThat(as(bob).get(PATH + "/labels").<List<String>>path("value")).containsExactly("core", "Dev", "prod");
        assertThat(as(bob).get("/1.3/storage/private").<List<String>>path("storages.storage.uuid"))
                .isEmpty();
    }

    @Test
    void showsAMemberWhateverIsTagged() {
        var granted = grant(bob, "tag_access", "*");

        assertThat(listed(asAfter(granted, bob))).containsExactly(one, two);
        refusedAs(details(bob, three), 403, "SERVER_FORBIDDEN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uuid     | 1        | SERVER_INVALID",
                "host     | a        | HOST_INVALID",
                "device   | disk     | DEVICE_INVALID",
                "state    | running  | STATE_INVALID",
                "state    | STARTED  | STATE_INVALID",
                "search   | a%00b    | SEARCH_INVALID",
                "tag      | a%00b    | TAG_INVALID",
                "label    | a%00b    | INVALID_LABEL_KEY",
                "sort_by  | hostname | SORT_BY_INVALID",
                "order_by | up       | ORDER_BY_INVALID",
                "limit    | 0        | LIMIT_INVALID",
                "limit    | 101      | LIMIT_INVALID",
                "offset   | -1       | OFFSET_INVALID",
            })
    void refusesABadParameter(String name, String value, String code) {
        refusedAs(as(ada).urlEncodingEnabled(false).get(PATH + "?" + name + "=" + value), 400, code);
    }

    private String make(String hostname, String title, String zone, String plan, String key, String value) {
        return request(ada, """
                {"server":{"hostname":"%s","title":"%s","zone":"%s","plan":"%s","password_delivery":"none",
                 "labels":{"label":[{"key":"%s","value":"%s"}]},
                 "storage_devices":{"storage_device":[{"action":"clone","storage":"%s","title":"os","size":10}]}}}""".formatted(hostname, title, zone, plan, key, value, UBUNTU))
                .path("server.uuid");
    }

    private static List<String> listed(RequestSpecification request) {
        return request.get(PATH).path("servers.server.uuid");
    }
}
