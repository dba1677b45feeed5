package io.handover.provisioning.group;

import static io.handover.provisioning.TestGrants.asAfter;
import static io.handover.provisioning.TestGrants.grant;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.body;
import static io.handover.provisioning.TestServers.details;
import static io.handover.provisioning.TestServers.disk;
import static io.handover.provisioning.TestServers.refusedAs;
import static io.handover.provisioning.TestServers.request;
import static io.handover.provisioning.TestServers.requested;
import static io.handover.provisioning.TestServers.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ServerGroupResourceTest {

    private static final String PATH = "/1.3/server-group";

    private final Caller ada = TestCallers.anAccount();

    @Test
    void makesAGroup() {
        Response answer = create("\"title\":\"web\"");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.<Map<String, Object>>path("server_group"))
                .containsEntry("title", "web")
                .containsEntry("anti_affinity", "no")
                .containsEntry("anti_affinity_status", List.of())
                .containsEntry("labels", Map.of("label", List.of()))
                .containsEntry("servers", Map.of("server", List.of()))
                .hasEntrySatisfying("uuid", uuid -> assertThat((String) uuid).startsWith("0b"));
    }

    @Test
    void tellsWhoHasAHostForItself() {
        String one = requested(ada, "one.example.org");
        String two = requested(ada, "two.example.org");

        Response answer = create("\"title\":\"web\",\"anti_affinity\":\"yes\",\"servers\":{\"server\":[\"" + one
                + "\",\"" + two + "\"]}");

        assertThat(answer.<List<String>>path("server_group.servers.server")).containsExactly(one, two);
        assertThat(answer.<List<String>>path("server_group.anti_affinity_status.status"))
                .containsExactly("unmet", "unmet");
        assertThat(details(ada, one).<String>path("server.server_group")).isEqualTo(id(answer));
    }

    @Test
    void findsGroupsByLabel() {
        create("\"title\":\"a\",\"labels\":{\"label\":[{\"key\":\"env\",\"value\":\"dev\"}]}");
        create("\"title\":\"b\",\"labels\":{\"label\":[{\"key\":\"env\",\"value\":\"prod\"}]}");
        as(TestCallers.anAccount()).body("{\"server_group\":{\"title\":\"c\"}}").post(PATH);

        assertThat(titles("")).containsExactly("a", "b");
        assertThat(titles("?label=env%3Dprod")).containsExactly("b");
        assertThat(titles("?label=env&label=env%3Ddev")).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({"PATCH", "PUT"})
    void changesWhatItIsTold(String method) {
        String one = requested(ada, "one.example.org");
        String group = id(create("\"title\":\"web\",\"servers\":{\"server\":[\"" + one + "\"]}"));

        Response renamed = as(ada).body("{\"server_group\":{\"title\":\"db\",\"anti_affinity\":\"strict\"}}")
                .request(method, PATH + "/" + group);
        Response emptied = as(ada).body("{\"server_group\":{\"servers\":{\"server\":[]}}}")
                .request(method, PATH + "/" + group + "/");

        assertThat(renamed.statusCode()).as(renamed.asString()).isEqualTo(200);
        assertThat(renamed.<String>path("server_group.title")).isEqualTo("db");
        assertThat(renamed.<List<String>>path("server_group.servers.server")).containsExactly(one);
        assertThat(emptied.<String>path("server_group.anti_affinity")).isEqualTo("strict");
        assertThat(emptied.<List<String>>path("server_group.servers.server")).isEmpty();
        assertThat(details(ada, one).<Map<String, Object>>path("server")).containsEntry("server_group", null);
    }

    @Test
    void takesServersInAndOut() {
        String one = requested(ada, "one.example.org");
        String group = id(create("\"title\":\"web\""));
        String other = id(create("\"title\":\"db\""));
        String body = "{\"server\":{\"uuid\":\"" + one + "\"}}";

        assertThat(as(ada).body(body).post(PATH + "/" + group + "/servers").statusCode())
                .isEqualTo(204);
        assertThat(members(group)).containsExactly(one);
        refusedAs(as(ada).body(body).post(PATH + "/" + other + "/servers"), 409, "ALREADY_IN_SERVER_GROUP");
        refusedAs(as(ada).delete(PATH + "/" + other + "/servers/" + one), 404, "SERVER_NOT_FOUND");
        assertThat(as(ada).delete(PATH + "/" + group + "/servers/" + one).statusCode())
                .isEqualTo(204);
        assertThat(members(group)).isEmpty();
    }

    @Test
    void takesInANewServer() {
        String group = id(create("\"title\":\"web\""));

        Response answer = request(
                ada,
                body(
                        "web.example.org",
                        "\"server_group\":\"" + group + "\",\"password_delivery\":\"none\"," + disk(25)));

        assertThat(answer.<String>path("server.server_group"))
                .as(answer.asString())
                .isEqualTo(group);
        assertThat(members(group)).containsExactly(answer.<String>path("server.uuid"));
        assertThat(as(ada).get("/1.3/server").<List<String>>path("servers.server.server_group"))
                .containsExactly(group);
    }

    @Test
    void leavesItsServersBehindAndLosesThem() {
        String one = stopped(ada, "one.example.org");
        String two = requested(ada, "two.example.org");
        String group = id(create("\"title\":\"web\",\"servers\":{\"server\":[\"" + one + "\",\"" + two + "\"]}"));

        as(ada).delete("/1.3/server/" + one).then().statusCode(204);
        assertThat(members(group)).containsExactly(two);
        as(ada).delete(PATH + "/" + group).then().statusCode(204);

        assertThat(details(ada, two).statusCode()).isEqualTo(200);
        refusedAs(as(ada).get(PATH + "/" + group), 404, "GROUP_NOT_FOUND");
    }

    @Test
    void showsMembersTheServersTheyMayControl() {
        String one = requested(ada, "one.example.org");
        String two = requested(ada, "two.example.org");
        String group = id(create("\"title\":\"web\",\"servers\":{\"server\":[\"" + one + "\",\"" + two + "\"]}"));
        Caller bob = TestCallers.aMemberOf(ada);

        var granted = grant(bob, "server", two);

        assertThat(asAfter(granted, bob).get(PATH + "/" + group).<List<String>>path("server_group.servers.server"))
                .containsExactly(two);
        refusedAs(as(bob).body("{\"server_group\":{\"title\":\"x\"}}").post(PATH), 403, "GROUP_FORBIDDEN");
        refusedAs(as(bob).body("{\"server_group\":{}}").patch(PATH + "/" + group), 403, "GROUP_FORBIDDEN");
        refusedAs(as(bob).delete(PATH + "/" + group), 403, "GROUP_FORBIDDEN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "title":""                                                | 400 | TITLE_MISSING
            "title":"a\\u0000"                                        | 400 | TITLE_INVALID
            "title":"a","anti_affinity":"maybe"                       | 400 | ANTI_AFFINITY_INVALID
            "title":"a","labels":{"label":[{"key":"x"}]}              | 400 | INVALID_LABEL_KEY
            "title":"a","servers":{"server":["moon"]}                 | 400 | SERVER_INVALID
            "title":"a","servers":{"server":[null]}                   | 400 | SERVER_INVALID
            """)
    void refusesAGroupThatSays(String fields, int status, String code) {
        refusedAs(create(fields), status, code);
        assertThat(titles("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"254,201", "255,201", "256,400"})
    void boundsTheLengthOfTitles(int length, int status) {
        assertThat(create("\"title\":\"" + "x".repeat(length) + "\"").statusCode())
                .isEqualTo(status);
    }

    @Test
    void knowsWhatIsNoGroup() {
        String foreign = id(create("\"title\":\"web\""));
        Caller eve = TestCallers.anAccount();

        refusedAs(as(eve).get(PATH + "/" + foreign), 404, "GROUP_NOT_FOUND");
        refusedAs(as(eve).delete(PATH + "/" + foreign), 404, "GROUP_NOT_FOUND");
        refusedAs(as(ada).get(PATH + "/moon"), 400, "GROUP_INVALID");
        refusedAs(as(ada).body("{}").post(PATH), 400, "REQUEST_INVALID");
        refusedAs(as(ada).body("{}").post(PATH + "/" + foreign + "/servers"), 400, "REQUEST_INVALID");
        String lost = "\"server_group\":\"" + UUID.randomUUID() + "\"," + disk(25);
        refusedAs(request(ada, body("web.example.org", lost)), 404, "GROUP_NOT_FOUND");
        refusedAs(request(ada, body("web.example.org", "\"server_group\":\"x\"," + disk(25))), 400, "GROUP_INVALID");
    }

    private Response create(String fields) {
        return as(ada).body("{\"server_group\":{" + fields + "}}").post(PATH);
    }

    private List<String> titles(String query) {
        return as(ada).urlEncodingEnabled(false).get(PATH + query).path("server_groups.server_group.title");
    }

    private List<String> members(String group) {
        return as(ada).get(PATH + "/" + group).path("server_group.servers.server");
    }

    private static String id(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("server_group.uuid");
    }
}
