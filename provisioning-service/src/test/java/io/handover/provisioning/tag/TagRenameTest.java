package io.handover.provisioning.tag;

import static io.handover.provisioning.TestGrants.asAfter;
import static io.handover.provisioning.TestGrants.grant;
import static io.handover.provisioning.TestGrants.grantWithStorages;
import static io.handover.provisioning.TestGrants.revoke;
import static io.handover.provisioning.TestServers.PATH;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.details;
import static io.handover.provisioning.TestServers.refusedAs;
import static io.handover.provisioning.TestServers.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.Topics;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.ServerTagged;
import io.handover.events.provisioning.TagCreated;
import io.handover.events.provisioning.TagDeleted;
import io.handover.events.provisioning.TagRenamed;
import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tag that is renamed stays on its servers, and with those who control servers by it. */
@QuarkusTest
class TagRenameTest {

    private static final String TAGS = "/1.3/tag";
    private static final TestTopic<ServerEvent> TOPIC = new TestTopic<>(Topics.PROVISIONING_SERVER);

    private final Caller ada = TestCallers.anAccount();
    private final Caller bob = TestCallers.aMemberOf(ada);
    private String server = "";

    @BeforeEach
    void tagAServer() {
        make("dev");
        server = requested(ada, "web.example.org");
        tagWith("dev");
    }

    @Test
    void keepsItsServersAndItsDescriptionAndSaysSo() {
        change("dev", "{\"tag\":{\"description\":\"x\"}}");

        Response renamed = change("dev", "{\"tag\":{\"name\":\"Prod\"}}");

        assertThat(renamed.statusCode()).as(renamed.asString()).isEqualTo(200);
        assertThat(renamed.<String>path("tag.name")).isEqualTo("Prod");
        assertThat(renamed.<String>path("tag.description")).isEqualTo("x");
        assertThat(renamed.<List<String>>path("tag.servers.server")).containsExactly(server);
        assertThat(details(ada, server).<List<String>>path("server.tags.tag")).containsExactly("Prod");
        refusedAs(as(ada).get(TAGS + "/dev"), 404, "TAG_NOT_FOUND");
        assertThat(TOPIC.hear(TagRenamed.class, event -> event.accountId().equals(ada.accountId())))
                .isEqualTo(new TagRenamed(ada.accountId(), "dev", "prod", ada.userId()));
    }

    @Test
    void isNoEndAndNoBeginning() {
        change("dev", "{\"tag\":{\"name\":\"prod\"}}");

        as(ada).delete(TAGS + "/prod").then().statusCode(204);

        TOPIC.hear(TagDeleted.class, event -> event.accountId().equals(ada.accountId()));
        assertThat(TOPIC.heard())
                .filteredOn(event -> event.key().equals(ada.accountId().toString()))
                .filteredOn(event ->
                        event instanceof TagCreated || event instanceof TagDeleted || event instanceof ServerTagged)
                .hasSize(3);
    }

    @Test
    void changesCapitalsAlone() {
        Response renamed = change("dev", "{\"tag\":{\"name\":\"DEV\"}}");

        assertThat(renamed.<String>path("tag.name")).isEqualTo("DEV");
        assertThat(renamed.<List<String>>path("tag.servers.server")).containsExactly(server);
        assertThat(as(ada).get(TAGS).<List<String>>path("tags.tag.name")).containsExactly("DEV");
        assertThat(change("dEV", "{\"tag\":{\"description\":\"y\"}}").<String>path("tag.name"))
                .isEqualTo("DEV");
    }

    @Test
    void replacesItsServersInTheSameRequest() {
        String other = requested(ada, "db.example.org");

        Response renamed = change("dev", "{\"tag\":{\"name\":\"prod\",\"servers\":{\"server\":[\"" + other + "\"]}}}");

        assertThat(renamed.<List<String>>path("tag.servers.server")).containsExactly(other);
        assertThat(details(ada, server).<List<String>>path("server.tags.tag")).isEmpty();
    }

    @Test
    void refusesANameThatIsTakenAndChangesNothing() {
        make("Taken");

        refusedAs(change("dev", "{\"tag\":{\"name\":\"taken\",\"description\":\"z\"}}"), 409, "TAG_EXISTS");
        refusedAs(change("dev", "{\"tag\":{\"name\":\"not a name\"}}"), 400, "NAME_INVALID");

        assertThat(as(ada).get(TAGS + "/dev").<List<String>>path("tag.servers.server"))
                .containsExactly(server);
        assertThat(as(ada).get(TAGS + "/dev").<String>path("tag.description")).isEmpty();
    }

    @Test
    void answersWhenPermissionServiceHasMovedThePermissions() {
        var first = grantWithStorages(bob, "tag_access", "dev");
        assertThat(serversSeen(first)).containsExactly(server);

        var answer = CompletableFuture.supplyAsync(() -> change("dev", "{\"tag\":{\"name\":\"prod\"}}"));
        TOPIC.hear(TagRenamed.class, event -> event.accountId().equals(ada.accountId()));
        grantWithStorages(bob, "tag_access", "prod");
        var moved = revoke(bob, "tag_access", "dev");

        assertThat(answer.join().statusCode()).as(answer.join().asString()).isEqualTo(200);
        assertThat(answer.join().header("Handover-Account-Version"))
                .contains("permission.permission.v1=" + TestTopic.versionOf(moved));
        assertThat(serversSeen(first)).containsExactly(server);
        assertThat(as(bob).get("/1.3/storage/private").<List<String>>path("storages.storage.uuid"))
                .hasSize(1);
    }

    @Test
    void saysWhenThePermissionsTakeTooLong() {
        assertThat(serversSeen(grant(bob, "tag_access", "dev"))).containsExactly(server);

        Response answer = change("dev", "{\"tag\":{\"name\":\"prod\"}}");

        refusedAs(answer, 503, "SERVICE_ERROR");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void waitsForNothingWhenTheNameStays() {
        assertThat(serversSeen(grant(bob, "tag_access", "dev"))).containsExactly(server);

        assertThat(change("dev", "{\"tag\":{\"name\":\"Dev\",\"description\":\"x\"}}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void handsNothingToATagThatComesUnderADeletedName() {
        var granted = grant(bob, "tag_access", "dev");
        assertThat(serversSeen(granted)).containsExactly(server);

        as(ada).delete(TAGS + "/dev").then().statusCode(204);
        make("dev");
        tagWith("dev");

        assertThat(serversSeen(granted)).isEmpty();
    }

    private Response change(String name, String body) {
        return as(ada).body(body).put(TAGS + "/" + name);
    }

    private void make(String name) {
        as(ada).body("{\"tag\":{\"name\":\"" + name + "\"}}").post(TAGS).then().statusCode(200);
    }

    private void tagWith(String name) {
        as(ada).post(PATH + "/" + server + "/tag/" + name).then().statusCode(200);
    }

    private List<String> serversSeen(ProducerRecord<String, String> after) {
        return asAfter(after, bob).get(PATH).path("servers.server.uuid");
    }
}
