package io.handover.provisioning.tag;

import static io.handover.provisioning.TestServers.PATH;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.details;
import static io.handover.provisioning.TestServers.refusedAs;
import static io.handover.provisioning.TestServers.requested;
import static io.handover.provisioning.TestServers.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.Topics;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.ServerTagged;
import io.handover.events.provisioning.ServerUntagged;
import io.handover.events.provisioning.TagCreated;
import io.handover.events.provisioning.TagDeleted;
import io.handover.kit.caller.Caller;
import io.handover.provisioning.TestGrants;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TagResourceTest {

    private static final String TAGS = "/1.3/tag";
    private static final TestTopic<ServerEvent> TOPIC = new TestTopic<>(Topics.PROVISIONING_SERVER);

    private final Caller ada = TestCallers.anAccount();

    @Test
    void makesATagAndSaysSo() {
        Response answer = make("{\"tag\":{\"name\":\"Dev\",\"description\":\"x\",\"servers\":{\"server\":[]}}}");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<String>path("tag.name")).isEqualTo("Dev");
        assertThat(answer.<String>path("tag.description")).isEqualTo("x");
        assertThat(answer.<List<String>>path("tag.servers.server")).isEmpty();
        assertThat(as(ada).get(TAGS + "/").<List<String>>path("tags.tag.name")).containsExactly("Dev");
        assertThat(as(ada).get(TAGS + "/DEV").<String>path("tag.name")).isEqualTo("Dev");
        var said = TOPIC.hear(TagCreated.class, event -> event.accountId().equals(ada.accountId()));
        assertThat(said.tag()).isEqualTo("dev");
    }

    @Test
    void leavesADescriptionEmptyWhenNoneIsGiven() {
        assertThat(make("{\"tag\":{\"name\":\"dev\"}}").<String>path("tag.description"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"UUID\":\"x\",\"Tags\":[\"dev\"]}", "junk"})
    void tagsAndUntagsAServer(String junk) {
        makeNamed("dev");
        makeNamed("web");
        String id = requested(ada, "web.example.org");

        Response tagged = as(ada).body(junk).post(PATH + "/" + id + "/tag/dev,web");
        Response untagged = as(ada).body(junk).post(PATH + "/" + id + "/untag/dev");

        assertThat(tagged.<List<String>>path("server.tags.tag"))
                .as(tagged.asString())
                .containsExactly("dev", "web");
        assertThat(untagged.<List<String>>path("server.tags.tag")).containsExactly("web");
        assertThat(serversWith("web")).containsExactly(id);
        assertThat(serversWith("dev")).isEmpty();
        TOPIC.hear(ServerTagged.class, event -> event.serverId().toString().equals(id) && "web".equals(event.tag()));
        TOPIC.hear(ServerUntagged.class, event -> event.serverId().toString().equals(id) && "dev".equals(event.tag()));
    }

    @Test
    void saysNothingWhenNothingChanges() {
        makeNamed("dev");
        String id = requested(ada, "web.example.org");

        as(ada).post(PATH + "/" + id + "/untag/dev").then().statusCode(200);
        as(ada).post(PATH + "/" + id + "/tag/dev").then().statusCode(200);
        as(ada).post(PATH + "/" + id + "/tag/DEV").then().statusCode(200);
        as(ada).delete(TAGS + "/dev").then().statusCode(204);

        TOPIC.hear(TagDeleted.class, event -> event.accountId().equals(ada.accountId()));
        assertThat(TOPIC.heard())
                .filteredOn(event -> event instanceof ServerTagged tagged
                        && tagged.serverId().toString().equals(id))
                .hasSize(1);
        assertThat(TOPIC.heard())
                .filteredOn(event -> event instanceof ServerUntagged untagged
                        && untagged.serverId().toString().equals(id))
                .hasSize(1);
    }

    @Test
    void findsServersByAnyOrAllTags() {
        makeNamed("dev");
        makeNamed("web");
        String both = requested(ada, "a.example.org");
        String one = requested(ada, "b.example.org");
        as(ada).post(PATH + "/" + both + "/tag/dev,web").then().statusCode(200);
        as(ada).post(PATH + "/" + one + "/tag/web").then().statusCode(200);

        assertThat(found("dev,web")).containsExactly(both, one);
        assertThat(found("DEV:web")).containsExactly(both);
        assertThat(found("dev")).containsExactly(both);
        assertThat(found("moon")).isEmpty();
    }

    @Test
    void replacesTheServersOfATag() {
        String first = requested(ada, "a.example.org");
        String second = requested(ada, "b.example.org");
        make("{\"tag\":{\"name\":\"dev\",\"servers\":{\"server\":[\"" + first + "\"]}}}");

        Response changed = change("{\"tag\":{\"servers\":{\"server\":[\"" + second + "\"]}}}");
        Response described = change("{\"tag\":{\"description\":\"y\"}}");
        Response emptied = change("{\"tag\":{\"servers\":{\"server\":[]}}}");

        assertThat(changed.<List<String>>path("tag.servers.server")).containsExactly(second);
        assertThat(described.<List<String>>path("tag.servers.server")).containsExactly(second);
        assertThat(emptied.<List<String>>path("tag.servers.server")).isEmpty();
        assertThat(emptied.<String>path("tag.description")).isEqualTo("y");
    }

    @RepeatedTest(10)
    void comesWithServersThatAreJustBeingDeployed() {
        String first = requested(ada, "a.example.org");
        String second = requested(ada, "b.example.org");

        Response made =
                make("{\"tag\":{\"name\":\"dev\",\"servers\":{\"server\":[\"" + first + "\",\"" + second + "\"]}}}");

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"servers\":null}", "{\"servers\":{}}", "{\"servers\":{\"server\":null}}"})
    void leavesTheServersOfATagThatAreNotNamed(String fields) {
        String id = requested(ada, "web.example.org");
        make("{\"tag\":{\"name\":\"dev\",\"servers\":{\"server\":[\"" + id + "\"]}}}");

        Response changed = change("{\"tag\":" + fields + "}");

        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.<List<String>>path("tag.servers.server")).containsExactly(id);
    }

    @RepeatedTest(5)
    void goesEvenWhileAServerGetsIt() {
        makeNamed("dev");
        String id = requested(ada, "web.example.org");

        var tagged = CompletableFuture.supplyAsync(
                () -> as(ada).post(PATH + "/" + id + "/tag/dev").statusCode());
        var deleted = CompletableFuture.supplyAsync(
                () -> as(ada).delete(TAGS + "/dev").statusCode());

        assertThat(tagged.join()).isIn(200, 404);
        assertThat(deleted.join()).isEqualTo(204);
        assertThat(details(ada, id).<List<String>>path("server.tags.tag")).isEmpty();
    }

    @Test
    void goesThoughServersCarryIt() {
        makeNamed("dev");
        String id = requested(ada, "web.example.org");
        as(ada).post(PATH + "/" + id + "/tag/dev").then().statusCode(200);

        as(ada).delete(TAGS + "/dev").then().statusCode(204);

        assertThat(details(ada, id).<List<String>>path("server.tags.tag")).isEmpty();
        refusedAs(as(ada).delete(TAGS + "/dev"), 404, "TAG_NOT_FOUND");
        TOPIC.hear(ServerUntagged.class, event -> event.serverId().toString().equals(id));
    }

    @Test
    void losesAServerThatIsDeleted() {
        makeNamed("dev");
        String id = stopped(ada, "web.example.org");
        as(ada).post(PATH + "/" + id + "/tag/dev").then().statusCode(200);

        as(ada).delete(PATH + "/" + id).then().statusCode(204);

        assertThat(serversWith("dev")).isEmpty();
    }

    @Test
    void showsMembersWhatConcernsThem() {
        makeNamed("dev");
        makeNamed("web");
        makeNamed("other");
        String id = requested(ada, "web.example.org");
        as(ada).post(PATH + "/" + id + "/tag/web,other").then().statusCode(200);
        String hidden = requested(ada, "hidden.example.org");
        as(ada).post(PATH + "/" + hidden + "/tag/other").then().statusCode(200);
        Caller bob = TestCallers.aMemberOf(ada);
        TestGrants.grant(bob, "tag_access", "dev");
        var granted = TestGrants.grant(bob, "tag_access", "web");

        Response list = TestGrants.asAfter(granted, bob).get(TAGS);

        assertThat(list.<List<String>>path("tags.tag.name")).containsExactly("dev", "other", "web");
        assertThat(list.<List<String>>path("tags.tag[1].servers.server")).containsExactly(id);
        assertThat(as(TestCallers.aMemberOf(ada)).get(TAGS).<List<Object>>path("tags.tag"))
                .isEmpty();
        refusedAs(as(TestCallers.aMemberOf(ada)).get(TAGS + "/dev"), 404, "TAG_NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                       | 400 | REQUEST_INVALID
            {                                                        | 400 | REQUEST_INVALID
            {}                                                       | 400 | REQUEST_INVALID
            {"tag":[]}                                               | 400 | REQUEST_INVALID
            {"tag":{}}                                               | 400 | NAME_INVALID
            {"tag":{"name":"not a name"}}                            | 400 | NAME_INVALID
            {"tag":{"name":"dev","description":"\\u0000"}}           | 400 | TAG_INVALID
            {"tag":{"name":"dev","servers":{"server":["moon"]}}}     | 400 | SERVER_INVALID
            {"tag":{"name":"dev","servers":{"server":[null]}}}       | 400 | SERVER_INVALID
            {"tag":{"name":"dev","servers":{"server":["{unknown}"]}}} | 404 | SERVER_NOT_FOUND
            """)
    void refusesWhatIsNoTag(String body, int status, String code) {
        refusedAs(make(body.replace("{unknown}", UUID.randomUUID().toString())), status, code);
    }

    @ParameterizedTest
    @CsvSource({"31,200", "32,200", "33,400"})
    void boundsTheLengthOfNames(int length, int status) {
        assertThat(make("{\"tag\":{\"name\":\"" + "x".repeat(length) + "\"}}").statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"254,200", "255,200", "256,400"})
    void boundsTheLengthOfDescriptions(int length, int status) {
        String body = "{\"tag\":{\"name\":\"dev\",\"description\":\"" + "å".repeat(length) + "\"}}";

        assertThat(make(body).statusCode()).isEqualTo(status);
    }

    @Test
    void boundsTheNumberOfTags() {
        for (int i = 1; i <= 200; i++) {
            assertThat(makeNamed("t" + i).statusCode()).isEqualTo(200);
        }

        refusedAs(makeNamed("t201"), 409, "TAG_LIMIT_REACHED");
    }

    @Test
    void refusesATakenNameHoweverItIsCapitalised() {
        makeNamed("dev");

        refusedAs(makeNamed("DEV"), 409, "TAG_EXISTS");
    }

    @Test
    void refusesUnknownTagsAndForeignServers() {
        makeNamed("dev");
        String id = requested(ada, "web.example.org");
        String foreign = requested(TestCallers.anAccount(), "web.example.org");

        refusedAs(as(ada).get(TAGS + "/moon"), 404, "TAG_NOT_FOUND");
        refusedAs(as(ada).get(TAGS + "/%00"), 404, "TAG_NOT_FOUND");
        refusedAs(as(ada).body("{\"tag\":{}}").put(TAGS + "/moon"), 404, "TAG_NOT_FOUND");
        refusedAs(as(ada).post(PATH + "/" + id + "/tag/dev,moon"), 404, "TAG_NOT_FOUND");
        refusedAs(as(ada).post(PATH + "/" + id + "/untag/moon"), 404, "TAG_NOT_FOUND");
        refusedAs(as(ada).post(PATH + "/" + foreign + "/tag/dev"), 404, "SERVER_NOT_FOUND");
        refusedAs(
                make("{\"tag\":{\"name\":\"x\",\"servers\":{\"server\":[\"" + foreign + "\"]}}}"),
                404,
                "SERVER_NOT_FOUND");
        assertThat(details(ada, id).<List<String>>path("server.tags.tag")).isEmpty();
    }

    private Response make(String body) {
        return as(ada).body(body).post(TAGS);
    }

    private Response makeNamed(String name) {
        return make("{\"tag\":{\"name\":\"" + name + "\"}}");
    }

    private Response change(String body) {
        return as(ada).body(body).put(TAGS + "/dev");
    }

    private List<String> serversWith(String tag) {
        return as(ada).get(TAGS + "/" + tag).path("tag.servers.server");
    }

    private List<String> found(String tags) {
        return as(ada).get(PATH + "/tag/" + tags).path("servers.server.uuid");
    }
}
