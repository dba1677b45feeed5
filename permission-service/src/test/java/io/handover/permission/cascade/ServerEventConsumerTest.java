package io.handover.permission.cascade;

import static io.handover.permission.TestWorkspace.PERMISSION;
import static io.handover.permission.TestWorkspace.PROVISIONING;
import static io.handover.permission.TestWorkspace.document;
import static io.handover.permission.TestWorkspace.refusedAs;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.permission.PermissionEvent;
import io.handover.events.permission.PermissionGranted;
import io.handover.events.permission.PermissionRevoked;
import io.handover.events.provisioning.ServerDeleted;
import io.handover.events.provisioning.ServerDeploymentFailed;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.ServerRequested;
import io.handover.events.provisioning.ServerStarted;
import io.handover.events.provisioning.ServerTagged;
import io.handover.events.provisioning.StorageDeleted;
import io.handover.events.provisioning.TagDeleted;
import io.handover.events.provisioning.TagRenamed;
import io.handover.kit.caller.Caller;
import io.handover.permission.TestWorkspace;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ServerEventConsumerTest {

    private final TestWorkspace workspace = TestWorkspace.open();
    private final Caller ada = workspace.ada();
    private final Caller bob = workspace.addMember();

    @Test
    void givesAMemberWhatItMakes() {
        workspace.permissions();

        UUID server = workspace.addServer(bob);
        UUID storage = workspace.addStorage(bob);

        assertThat(workspace.permissions()).containsExactly("bob server " + server + " no", "bob storage " + storage);
        var said = PERMISSION.hear(
                PermissionGranted.class, event -> event.targetIdentifier().equals(server.toString()));
        assertThat(said.userId()).isEqualTo(bob.userId());
        assertThat(said.grantedBy()).isEqualTo(bob.userId());
    }

    @Test
    void givesTheMainAccountNothingItHasAlready() {
        workspace.addServer(ada);
        workspace.addStorage(ada);

        assertThat(workspace.permissions()).isEmpty();
    }

    @Test
    void revokesEverythingOnADeletedServer() {
        Caller eve = workspace.addMember();
        UUID server = workspace.addServer(ada);
        UUID other = workspace.addServer(ada);
        workspace.grant(bob, "server", server);
        workspace.grant(eve, "server", server);
        workspace.grant(eve, "server", other);

        workspace.say(new ServerDeleted(workspace.accountId(), server));

        assertThat(workspace.permissions()).containsExactly("bob server " + other + " no");
        refusedAs(workspace.grant(bob, "server", server), 404, "SERVER_NOT_FOUND");
        PERMISSION.hear(PermissionRevoked.class, event -> event.userId().equals(eve.userId()));
        assertThat(workspace.said(PermissionRevoked.class)).hasSize(2);
    }

    @Test
    void revokesEverythingOnAServerThatCouldNotBeMade() {
        UUID server = workspace.addServer(bob);

        workspace.say(new ServerDeploymentFailed(workspace.accountId(), server, "no room"));

        assertThat(workspace.permissions()).isEmpty();
    }

    @Test
    void revokesEverythingOnADeletedStorage() {
        UUID storage = workspace.addStorage(bob);

        workspace.say(new StorageDeleted(workspace.accountId(), storage));

        assertThat(workspace.permissions()).isEmpty();
        refusedAs(workspace.grant(bob, "storage", storage), 404, "STORAGE_NOT_FOUND");
    }

    @Test
    void revokesEverythingOnADeletedTag() {
        workspace.addTag("dev");
        workspace.addTag("prod");
        workspace.grant(bob, "tag_access", "dev");
        workspace.grant(bob, "tag_access", "prod");
        TestWorkspace other = TestWorkspace.open();
        Caller eve = other.addMember();
        other.addTag("dev");
        other.grant(eve, "tag_access", "dev").then().statusCode(200);

        workspace.say(new TagDeleted(workspace.accountId(), "dev"));

        assertThat(workspace.permissions()).containsExactly("bob tag_access prod no");
        refusedAs(workspace.grant(bob, "tag_access", "dev"), 404, "TAG_NOT_FOUND");
        assertThat(other.permissions()).containsExactly("bob tag_access dev no");
    }

    @Test
    void carriesPermissionsOverToTheNewNameOfATag() {
        Caller eve = workspace.addMember();
        workspace.addTag("dev");
        workspace.grantWithStorage(bob, "tag_access", "dev");
        workspace.grant(eve, "tag_access", "dev");
        workspace.grant(eve, "tag_access", "*");

        workspace.say(renamed("dev", "prod"));

        assertThat(workspace.permissionsSeenBy(bob)).containsExactly("bob tag_access prod yes");
        assertThat(workspace.permissionsSeenBy(eve)).containsExactly("bob tag_access * no", "bob tag_access prod no");
        refusedAs(workspace.grant(bob, "tag_access", "dev"), 404, "TAG_NOT_FOUND");
        assertThat(workspace.grant(eve, "tag_access", "prod").statusCode()).isEqualTo(200);
    }

    @Test
    void saysARenameAsAGrantAndThenARevokeOfAnother() {
        workspace.addTag("dev");
        workspace.grant(bob, "tag_access", "dev");

        workspace.say(renamed("dev", "prod"));

        var revoked = PERMISSION.hear(
                PermissionRevoked.class, event -> event.accountId().equals(workspace.accountId()));
        var granted = workspace.said(PermissionGranted.class).getLast();
        assertThat(revoked.targetIdentifier()).isEqualTo("dev");
        assertThat(granted.targetIdentifier()).isEqualTo("prod");
        assertThat(granted.grantedBy()).isEqualTo(ada.userId());
        assertThat(revoked.permissionId())
                .isEqualTo(workspace.said(PermissionGranted.class).getFirst().permissionId())
                .isNotEqualTo(granted.permissionId());
        assertThat(workspace.said(PermissionEvent.class)).endsWith(granted, revoked);
    }

    @ParameterizedTest
    @CsvSource({"no,no,no", "no,yes,yes", "yes,no,yes", "yes,yes,yes"})
    void joinsARenamedTagWithWhatWasGrantedOnItsNewName(String before, String present, String after) {
        workspace.addTag("dev");
        grantUnchecked("dev", before);
        grantUnchecked("prod", present);

        workspace.say(renamed("dev", "prod"));

        assertThat(workspace.permissions()).containsExactly("bob tag_access prod " + after);
    }

    @Test
    void carriesTheServersOfARenamedTagOver() {
        UUID server = workspace.addServer(ada);
        workspace.addTag("dev");
        workspace.say(new ServerTagged(workspace.accountId(), server, "dev", ada.userId()));
        workspace.grant(bob, "tag_access", "dev");

        workspace.say(renamed("dev", "prod"));

        Response explained = workspace
                .as(ada)
                .get("/v1/permissions/explain?user=" + bob.username() + "&target_type=server&target_identifier="
                        + server);
        assertThat(explained.<Boolean>path("allowed")).as(explained.asString()).isTrue();
        assertThat(explained.<String>path("permissions[0].tag")).isEqualTo("prod");
    }

    @Test
    void takesARenameTwiceBackAndOfWhatItNeverHeardOf() {
        workspace.addTag("dev");
        workspace.grant(bob, "tag_access", "dev");
        workspace.say(renamed("never", "new"));
        var first = workspace.say(renamed("dev", "prod"));
        workspace.say(renamed("prod", "dev"));

        PROVISIONING.sayAgain(first);
        PROVISIONING.sayUnknown(renamed("dev", "prod"));
        PROVISIONING.sayPoison(renamed("dev", "prod"));
        PROVISIONING.dropDeadLetter(workspace.accountId());
        workspace.say(new ServerStarted(workspace.accountId(), UUID.randomUUID()));

        assertThat(workspace.permissions()).containsExactly("bob tag_access dev no");
        assertThat(workspace.grant(bob, "tag_access", "new").statusCode()).isEqualTo(200);
    }

    @Test
    void leavesNothingToATagThatComesUnderTheOldName() {
        workspace.addTag("dev");
        workspace.grant(bob, "tag_access", "dev");

        workspace.say(renamed("dev", "prod"));
        workspace.addTag("dev");

        assertThat(workspace.permissions()).containsExactly("bob tag_access prod no");
    }

    private TagRenamed renamed(String from, String to) {
        return new TagRenamed(workspace.accountId(), from, to, ada.userId());
    }

    private void grantUnchecked(String tag, String storage) {
        workspace
                .as(ada)
                .body(document(bob, "tag_access", tag, ",\"options\":{\"storage\":\"" + storage + "\"}"))
                .post("/1.3/permission/grant?skip_target_check=true")
                .then()
                .statusCode(200);
    }

    @Test
    void letsATagComeBackWithoutItsPermissions() {
        workspace.addTag("dev");
        workspace.grant(bob, "tag_access", "dev");
        var deleted = workspace.say(new TagDeleted(workspace.accountId(), "dev"));
        workspace.addTag("dev");

        assertThat(workspace.permissions()).isEmpty();
        assertThat(workspace.grant(bob, "tag_access", "dev").statusCode()).isEqualTo(200);
        PROVISIONING.sayAgain(deleted);
        workspace.say(new ServerStarted(workspace.accountId(), UUID.randomUUID()));

        assertThat(workspace.permissions()).containsExactly("bob tag_access dev no");
    }

    @Test
    void bringsNothingBackThatIsSaidAgain() {
        UUID server = UUID.randomUUID();
        ServerEvent requested =
                new ServerRequested(workspace.accountId(), server, bob.userId(), "web", "fi-hel1", "1xCPU-1GB");
        workspace.permissions();
        var first = workspace.say(requested);
        workspace.say(new ServerDeleted(workspace.accountId(), server));

        PROVISIONING.sayAgain(first);
        PROVISIONING.sayUnknown(requested);
        PROVISIONING.sayPoison(requested);
        PROVISIONING.dropDeadLetter(workspace.accountId());
        workspace.say(new ServerStarted(workspace.accountId(), server));

        assertThat(workspace.permissions()).isEmpty();
        refusedAs(workspace.grant(bob, "server", server), 404, "SERVER_NOT_FOUND");
    }

    @Test
    void takesTheEndOfWhatWasNeverHeardOf() {
        workspace.say(new ServerDeleted(workspace.accountId(), UUID.randomUUID()));
        workspace.say(new StorageDeleted(workspace.accountId(), UUID.randomUUID()));
        workspace.say(new TagDeleted(workspace.accountId(), "never"));

        assertThat(workspace.permissions()).isEmpty();
    }

    @Test
    void holdsAGrantBackUntilTheServerIsHeardOf() {
        UUID server = UUID.randomUUID();
        var other = TestWorkspace.open();
        long soon = TestTopic.versionOf(other.say(new ServerStarted(other.accountId(), UUID.randomUUID()))) + 1;

        var answer = CompletableFuture.supplyAsync(() -> workspace
                .as(ada)
                .header("Handover-Account-Version", "provisioning.server.v1=" + soon)
                .body(document(bob, "server", server, ""))
                .post("/1.3/permission/grant"));
        workspace.say(new ServerRequested(workspace.accountId(), server, ada.userId(), "web", "fi-hel1", "1xCPU-1GB"));

        assertThat(answer.join().statusCode()).as(answer.join().asString()).isEqualTo(200);
    }

    @Test
    void refusesToDecideOnWhatIsTooOld() {
        Response answer = workspace
                .as(ada)
                .header("Handover-Account-Version", "identity.account.v1=" + 999_999_999_999_999L)
                .get("/1.3/permission");

        refusedAs(answer, 503, "SERVICE_ERROR");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @RepeatedTest(10)
    void leavesNoPermissionBehindThatIsGrantedWhileItsServerGoes() {
        Caller eve = workspace.addMember();
        UUID server = workspace.addServer(ada);
        workspace.permissions();
        var grants = Stream.of(bob, eve)
                .map(member -> CompletableFuture.supplyAsync(
                        () -> workspace.grant(member, "server", server).statusCode()))
                .toList();

        PROVISIONING.say(new ServerDeleted(workspace.accountId(), server));

        assertThat(grants).extracting(CompletableFuture::join).isSubsetOf(200, 404);
        workspace.say(new ServerStarted(workspace.accountId(), server));
        assertThat(workspace.permissions()).isEmpty();
    }
}
