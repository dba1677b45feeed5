package io.handover.permission.explain;

import static io.handover.permission.TestWorkspace.PROVISIONING;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.provisioning.ServerDeleted;
import io.handover.events.provisioning.ServerTagged;
import io.handover.events.provisioning.ServerUntagged;
import io.handover.events.provisioning.StorageAttached;
import io.handover.events.provisioning.StorageDetached;
import io.handover.events.provisioning.TagDeleted;
import io.handover.kit.caller.Caller;
import io.handover.permission.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ExplainResourceTest {

    private static final String PATH = "/v1/permissions/explain";

    private final TestWorkspace workspace = TestWorkspace.open();
    private final Caller ada = workspace.ada();
    private final Caller bob = workspace.addMember();

    @Test
    void saysByWhichPermissionGivenByWhomAndWhen() {
        UUID server = workspace.addServer(ada);
        workspace.grant(bob, "server", server);

        Response answer = explain(ada, bob, "server", server);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<Boolean>path("allowed")).isTrue();
        assertThat(answer.<String>path("user")).isEqualTo(bob.username());
        assertThat(answer.<String>path("target_identifier")).isEqualTo(server.toString());
        assertThat(answer.<List<Map<String, String>>>path("permissions"))
                .singleElement()
                .satisfies(permission -> {
                    assertThat(permission)
                            .containsEntry("target_type", "server")
                            .containsEntry("target_identifier", server.toString())
                            .containsEntry("granted_by", ada.username())
                            .doesNotContainKey("tag");
                    assertThat(Instant.parse(permission.get("granted_at"))).isBeforeOrEqualTo(Instant.now());
                });
        assertThat(answer.<Object>path("missing")).isNull();
    }

    @Test
    void saysThroughWhichTagAsLongAsTheServerCarriesIt() {
        UUID server = workspace.addServer(ada);
        workspace.addTag("dev");
        workspace.grant(bob, "tag_access", "dev");
        assertThat(explain(ada, bob, "server", server).<Boolean>path("allowed")).isFalse();

        workspace.say(new ServerTagged(workspace.accountId(), server, "dev", ada.userId()));
        Response tagged = explain(ada, bob, "server", server);
        workspace.say(new ServerUntagged(workspace.accountId(), server, "dev", ada.userId()));
        Response untagged = explain(ada, bob, "server", server);

        assertThat(tagged.<Boolean>path("allowed")).isTrue();
        assertThat(tagged.<List<String>>path("permissions.tag")).containsExactly("dev");
        assertThat(untagged.<Boolean>path("allowed")).isFalse();
        assertThat(untagged.<Object>path("permissions")).isNull();
    }

    @Test
    void saysWhatIsMissing() {
        UUID server = workspace.addServer(ada);
        workspace.addTag("prod");
        workspace.say(new ServerTagged(workspace.accountId(), server, "prod", ada.userId()));

        Response answer = explain(ada, bob, "server", server);

        assertThat(answer.<Boolean>path("allowed")).isFalse();
        assertThat(answer.<List<String>>path("missing.target_type"))
                .containsExactly("server", "server", "tag_access", "tag_access");
        assertThat(answer.<List<String>>path("missing.target_identifier"))
                .containsExactly(server.toString(), "*", "prod", "*");
    }

    @Test
    void explainsAStorageByTheServerThatHasIt() {
        UUID server = workspace.addServer(ada);
        UUID storage = workspace.addStorage(ada);
        workspace.addTag("dev");
        workspace.say(new ServerTagged(workspace.accountId(), server, "dev", ada.userId()));
        workspace.grantWithStorage(bob, "tag_access", "dev");
        assertThat(explain(ada, bob, "storage", storage).<Boolean>path("allowed"))
                .isFalse();

        workspace.say(attached(storage, server));
        Response answer = explain(bob, bob, "storage", storage);

        assertThat(answer.<Boolean>path("allowed")).as(answer.asString()).isTrue();
        assertThat(answer.<List<String>>path("permissions.target_identifier")).containsExactly("dev");
        assertThat(answer.<List<String>>path("permissions.server")).containsExactly(server.toString());
        assertThat(answer.<List<String>>path("permissions.tag")).containsExactly("dev");
    }

    @Test
    void saysWhichPermissionsWouldHaveToIncludeStorages() {
        UUID server = workspace.addServer(ada);
        UUID storage = workspace.addStorage(ada);
        workspace.grant(bob, "server", server);
        workspace.say(attached(storage, server));

        Response answer = explain(ada, bob, "storage", storage);

        assertThat(answer.<Boolean>path("allowed")).isFalse();
        assertThat(answer.<List<String>>path("missing.target_identifier"))
                .containsExactly(storage.toString(), "*", server.toString(), "*");
        assertThat(answer.<List<String>>path("missing.storage")).containsExactly(null, null, "yes", "yes");
    }

    @Test
    void endsAStoragesControlWithItsAttachmentOrItsServer() {
        UUID first = workspace.addServer(ada);
        UUID second = workspace.addServer(ada);
        UUID storage = workspace.addStorage(ada);
        workspace.grantWithStorage(bob, "server", "*");

        var once = workspace.say(attached(storage, first));
        workspace.say(new StorageDetached(workspace.accountId(), storage, first, ada.userId()));
        workspace.say(new StorageDetached(workspace.accountId(), UUID.randomUUID(), first, null));
        PROVISIONING.sayAgain(once);
        assertThat(explain(ada, bob, "storage", storage).<Boolean>path("allowed"))
                .isFalse();
        workspace.say(attached(storage, second));
        assertThat(explain(ada, bob, "storage", storage).<Boolean>path("allowed"))
                .isTrue();
        workspace.say(new ServerDeleted(workspace.accountId(), second));

        assertThat(explain(ada, bob, "storage", storage).<Boolean>path("allowed"))
                .isFalse();
    }

    private StorageAttached attached(UUID storage, UUID server) {
        return new StorageAttached(workspace.accountId(), storage, server, ada.userId());
    }

    @Test
    void saysThatACreatorHasGivenItToItself() {
        workspace.permissions();
        UUID server = workspace.addServer(bob);

        Response answer = explain(bob, bob, "server", server);

        assertThat(answer.<List<String>>path("permissions.granted_by")).containsExactly(bob.username());
    }

    @Test
    void allowsTheMainAccountEverythingThatExists() {
        UUID server = workspace.addServer(ada);

        Response answer = explain(ada, ada, "server", server);

        assertThat(answer.<Boolean>path("allowed")).isTrue();
        assertThat(answer.<Object>path("permissions")).isNull();
        refusedAs(explain(ada, ada, "server", UUID.randomUUID()), 404, "server-not-found");
    }

    @Test
    void explainsTagsAndTypesThatNobodyTellsOf() {
        workspace.addTag("dev");
        workspace.grant(bob, "tag_access", "*");
        workspace.grant(bob, "network", "*");

        assertThat(explain(ada, bob, "tag_access", "DEV").<Boolean>path("allowed"))
                .isTrue();
        assertThat(explain(ada, bob, "network", UUID.randomUUID()).<Boolean>path("allowed"))
                .isTrue();
        assertThat(explain(ada, bob, "router", "*").<Boolean>path("allowed")).isFalse();
    }

    @Test
    void hidesFromAMemberWhatItMayNotControl() {
        UUID server = workspace.addServer(ada);

        refusedAs(explain(bob, bob, "server", server), 404, "server-not-found");
        refusedAs(explain(bob, bob, "server", UUID.randomUUID()), 404, "server-not-found");
        workspace.grant(bob, "server", server);
        assertThat(explain(bob, bob, "server", server).<Boolean>path("allowed")).isTrue();
    }

    @Test
    void refusesAMemberWhoAsksForOthers() {
        refusedAs(explain(bob, ada, "server", "*"), 403, "action-forbidden");
        refusedAs(explain(bob, workspace.addMember(), "server", "*"), 403, "action-forbidden");
    }

    @Test
    void knowsNeitherWhatIsForeignNorWhatIsGone() {
        TestWorkspace other = TestWorkspace.open();
        Caller eve = other.addMember();
        UUID foreign = other.addServer(other.ada());
        other.permissions();
        UUID deleted = workspace.addServer(ada);
        workspace.say(new ServerDeleted(workspace.accountId(), deleted));
        workspace.addTag("dev");
        workspace.say(new TagDeleted(workspace.accountId(), "dev"));

        refusedAs(explain(ada, eve, "server", deleted), 404, "user-not-found");
        refusedAs(explain(ada, bob, "server", foreign), 404, "server-not-found");
        refusedAs(explain(ada, bob, "server", deleted), 404, "server-not-found");
        refusedAs(explain(ada, bob, "tag_access", "dev"), 404, "tag-not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "target_type=server&target_identifier=*,user-invalid",
        "user=,user-invalid",
        "user=abc,user-invalid",
        "user=bob1,target-type-invalid",
        "user=bob1&target_type=moon,target-type-invalid",
        "user=bob1&target_type=server,target-identifier-invalid",
        "user=bob1&target_type=server&target_identifier=moon,target-identifier-invalid"
    })
    void refusesWhatIsNoQuestion(String query, String code) {
        refusedAs(workspace.as(ada).get(PATH + "?" + query), 400, code);
    }

    @Test
    void refusesStrangersAndOtherMethods() {
        assertThat(given().get(PATH).statusCode()).isEqualTo(401);
        refusedAs(workspace.as(ada).post(PATH), 405, "method-not-allowed");
    }

    @Test
    void answersWithATrailingSlash() {
        assertThat(workspace
                        .as(ada)
                        .get(PATH + "/?user=" + bob.username() + "&target_type=server&target_identifier=*")
                        .statusCode())
                .isEqualTo(200);
    }

    private Response explain(Caller caller, Caller user, String type, Object identifier) {
        return workspace
                .as(caller)
                .queryParam("user", user.username())
                .queryParam("target_type", type)
                .queryParam("target_identifier", identifier)
                .get(PATH);
    }

    private static void refusedAs(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:" + code);
    }
}
