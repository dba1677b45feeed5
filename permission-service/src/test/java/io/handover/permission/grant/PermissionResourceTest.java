package io.handover.permission.grant;

import static io.handover.permission.TestWorkspace.PERMISSION;
import static io.handover.permission.TestWorkspace.document;
import static io.handover.permission.TestWorkspace.refusedAs;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.permission.PermissionGranted;
import io.handover.events.permission.PermissionRevoked;
import io.handover.events.provisioning.ServerDeleted;
import io.handover.kit.caller.Caller;
import io.handover.permission.TestWorkspace;
import io.handover.permission.target.TargetType;
import io.handover.test.infrastructure.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class PermissionResourceTest {

    private static final String PATH = "/1.3/permission";

    private final TestWorkspace workspace = TestWorkspace.open();
    private final Caller ada = workspace.ada();
    private final Caller bob = workspace.addMember();

    @Test
    void grantsAServerAndSaysSo() {
        UUID server = workspace.addServer(ada);

        Response answer = workspace.grantWithStorage(bob, "server", server);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.asString()).isEqualTo(document(bob, "server", server, ",\"options\":{\"storage\":\"yes\"}"));
        assertThat(answer.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        var said = PERMISSION.hear(
                PermissionGranted.class, event -> event.accountId().equals(workspace.accountId()));
        assertThat(said)
                .isEqualTo(new PermissionGranted(
                        workspace.accountId(),
                        said.permissionId(),
                        bob.userId(),
                        bob.username(),
                        "server",
                        server.toString(),
                        true,
                        ada.userId()));
    }

    @Test
    void tellsTheVersionThatAGrantMade() {
        Response first = workspace.grant(bob, "server", "*");
        Response second = workspace.grant(bob, "storage", "*");

        assertThat(first.header("Handover-Account-Version")).isEqualTo("permission.permission.v1=1");
        assertThat(second.header("Handover-Account-Version")).isEqualTo("permission.permission.v1=2");
    }

    @Test
    void grantsTheSameOnce() {
        workspace.grant(bob, "server", "*");

        Response again = workspace.grant(bob, "server", "*");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("Handover-Account-Version")).isNull();
        assertThat(workspace.permissions()).containsExactly("bob server * no");
        workspace.revoke(bob, "server", "*").then().statusCode(204);
        PERMISSION.hear(PermissionRevoked.class, event -> event.accountId().equals(workspace.accountId()));
        assertThat(workspace.said(PermissionGranted.class)).hasSize(1);
    }

    @Test
    void grantsTheSameOnceEvenAtTheSameTime() {
        List<CompletableFuture<Integer>> grants = Stream.of(1, 2, 3, 4)
                .map(ignored -> CompletableFuture.supplyAsync(
                        () -> workspace.grant(bob, "server", "*").statusCode()))
                .toList();

        assertThat(grants).extracting(CompletableFuture::join).containsOnly(200);
        assertThat(workspace.permissions()).containsExactly("bob server * no");
    }

    @Test
    void changesTheStorageOptionOfAPermission() {
        workspace.grant(bob, "server", "*");

        workspace.grantWithStorage(bob, "server", "*");

        assertThat(workspace.permissions()).containsExactly("bob server * yes");
        PERMISSION.hear(
                PermissionGranted.class, event -> event.accountId().equals(workspace.accountId()) && event.storage());
        assertThat(workspace.said(PermissionGranted.class))
                .extracting(PermissionGranted::permissionId)
                .hasSize(2)
                .containsOnly(workspace.said(PermissionGranted.class).getFirst().permissionId());
    }

    @Test
    void comparesTagsAndNamesWithoutCase() {
        workspace.addTag("dev");

        Response answer = workspace
                .as(ada)
                .body(document(bob, "tag_access", "DeV", "").replace("\"bob", "\"BOB"))
                .post(PATH + "/grant");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(workspace.permissions()).containsExactly("bob tag_access dev no");
        assertThat(workspace.revoke(bob, "tag_access", "DEV").statusCode()).isEqualTo(204);
    }

    @Test
    void leavesOptionsOutWhereTheyHaveNoMeaning() {
        Response answer = workspace.grant(bob, "storage", "*");

        assertThat(answer.asString()).isEqualTo(document(bob, "storage", "*", ""));
    }

    @Test
    void showsEverythingToTheMainAccountAndAMemberItsOwn() {
        Caller eve = workspace.addMember();
        workspace.grant(bob, "server", "*");
        workspace.grant(eve, "network", "*");

        assertThat(workspace.permissions()).containsExactly("bob server * no", "bob network *");
        assertThat(workspace.permissionsSeenBy(bob)).containsExactly("bob server * no");
        assertThat(workspace.permissionsSeenBy(eve)).containsExactly("bob network *");
        assertThat(TestWorkspace.open().permissions()).isEmpty();
    }

    @Test
    void revokesAndSaysSo() {
        workspace.grantWithStorage(bob, "server", "*");

        Response answer = workspace.revoke(bob, "server", "*");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.asString()).isEmpty();
        assertThat(workspace.permissions()).isEmpty();
        var said = PERMISSION.hear(
                PermissionRevoked.class, event -> event.accountId().equals(workspace.accountId()));
        assertThat(said.userId()).isEqualTo(bob.userId());
        assertThat(said.permissionId())
                .isEqualTo(workspace.said(PermissionGranted.class).getFirst().permissionId());
    }

    @Test
    void refusesToRevokeWhatIsNotThere() {
        workspace.grant(bob, "server", "*");
        workspace.revoke(bob, "server", "*");

        refusedAs(workspace.revoke(bob, "server", "*"), 404, "NOT_FOUND");
        refusedAs(workspace.revoke(bob, "server", UUID.randomUUID()), 404, "NOT_FOUND");
    }

    @Test
    void grantsWhatDoesNotExistYetOnlyIfAskedNotToCheck() {
        UUID server = UUID.randomUUID();

        refusedAs(workspace.grant(bob, "server", server), 404, "SERVER_NOT_FOUND");
        refusedAs(
                workspace
                        .as(ada)
                        .body(document(bob, "server", server, ""))
                        .post(PATH + "/grant?skip_target_check=false"),
                404,
                "SERVER_NOT_FOUND");
        workspace
                .as(ada)
                .body(document(bob, "server", server, ""))
                .post(PATH + "/grant?skip_target_check=true")
                .then()
                .statusCode(200);
        assertThat(workspace.permissions()).containsExactly("bob server " + server + " no");
    }

    @Test
    void neverGrantsWhatIsDeletedOrForeign() {
        UUID deleted = workspace.addServer(ada);
        workspace.say(new ServerDeleted(workspace.accountId(), deleted));
        TestWorkspace other = TestWorkspace.open();
        UUID foreign = other.addServer(other.ada());
        other.permissions();

        for (UUID server : List.of(deleted, foreign)) {
            refusedAs(workspace.grant(bob, "server", server), 404, "SERVER_NOT_FOUND");
            refusedAs(
                    workspace
                            .as(ada)
                            .body(document(bob, "server", server, ""))
                            .post(PATH + "/grant?skip_target_check=true"),
                    404,
                    "SERVER_NOT_FOUND");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server                     | SERVER_NOT_FOUND
            storage                    | STORAGE_NOT_FOUND
            network                    | NETWORK_NOT_FOUND
            managed_database           | MANAGED_DATABASE_NOT_FOUND
            managed_container_registry | MANAGED_CONTAINER_REGISTRY_NOT_FOUND
            ssh_key                    | SSH_KEY_NOT_FOUND
            """)
    void namesTheTypeThatIsNotFound(String type, String code) {
        refusedAs(workspace.grant(bob, type, UUID.randomUUID()), 404, code);
        assertThat(workspace.grant(bob, type, "*").statusCode()).isEqualTo(200);
    }

    @Test
    void grantsNoTagThatIsAnothersOnly() {
        TestWorkspace other = TestWorkspace.open();
        other.addTag("dev");
        other.permissions();

        refusedAs(workspace.grant(bob, "tag_access", "dev"), 404, "TAG_NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                                                           | REQUEST_INVALID
            []                                                                                          | REQUEST_INVALID
            null                                                                                        | REQUEST_INVALID
            {}                                                                                          | REQUEST_INVALID
            {"permission":null}                                                                         | REQUEST_INVALID
            {"permission":"all"}                                                                        | REQUEST_INVALID
            {"permission":{"user":{},"target_type":"server","target_identifier":"*"}}                   | REQUEST_INVALID
            {"permission":{"user":"bob1","target_type":"server","target_identifier":"*","colour":"red"}} | UNKNOWN_ATTRIBUTE
            {"permission":{"user":"bob1","target_type":"server","target_identifier":"*","options":{"colour":"red"}}} | UNKNOWN_ATTRIBUTE
            {"permission":{"target_type":"server","target_identifier":"*"}}                             | USER_INVALID
            {"permission":{"user":"abc","target_type":"server","target_identifier":"*"}}                | USER_INVALID
            {"permission":{"user":"bob1","target_identifier":"*"}}                                      | TARGET_TYPE_INVALID
            {"permission":{"user":"bob1","target_type":"moon","target_identifier":"*"}}                 | TARGET_TYPE_INVALID
            {"permission":{"user":"bob1","target_type":"SERVER","target_identifier":"*"}}               | TARGET_TYPE_INVALID
            {"permission":{"user":"bob1","target_type":"server"}}                                       | TARGET_IDENTIFIER_INVALID
            {"permission":{"user":"bob1","target_type":"server","target_identifier":"moon"}}            | TARGET_IDENTIFIER_INVALID
            {"permission":{"user":"bob1","target_type":"tag_access","target_identifier":"a b"}}         | TARGET_IDENTIFIER_INVALID
            {"permission":{"user":"bob1","target_type":"server","target_identifier":"*","options":{"storage":"maybe"}}} | INVALID_OPTIONS
            {"permission":{"user":"bob1","target_type":"storage","target_identifier":"*","options":{"storage":"yes"}}}  | INVALID_OPTIONS
            """)
    void refusesWhatIsNoPermission(String body, String code) {
        refusedAs(workspace.as(ada).body(body).post(PATH + "/grant"), 400, code);
        refusedAs(workspace.as(ada).body(body).post(PATH + "/revoke"), 400, code);
        refusedAs(workspace.as(ada).body(body).put(PATH), 400, code);
    }

    @Test
    void refusesNoBodyAndAnotherKindOfBody() {
        refusedAs(workspace.as(ada).post(PATH + "/grant"), 400, "REQUEST_INVALID");
        refusedAs(
                workspace.as(ada).contentType("text/plain").body("all").post(PATH + "/grant"), 415, "REQUEST_INVALID");
    }

    @ParameterizedTest
    @CsvSource({"3,400,USER_INVALID", "4,404,USER_NOT_FOUND", "64,404,USER_NOT_FOUND", "65,400,USER_INVALID"})
    void knowsHowLongAUserNameIs(int length, int status, String code) {
        String body = document(bob, "server", "*", "").replace(bob.username(), "x".repeat(length));

        refusedAs(workspace.as(ada).body(body).post(PATH + "/grant"), status, code);
    }

    @Test
    void takesNoOptionsForNone() {
        String body = document(bob, "storage", "*", ",\"options\":{\"storage\":\"no\"}");

        assertThat(workspace.as(ada).body(body).post(PATH + "/grant").statusCode())
                .isEqualTo(200);
    }

    @Test
    void grantsAsManyAsAnAccountMayHaveAndNoMore() {
        for (TargetType type : TargetType.values()) {
            assertThat(workspace.grant(bob, type.wire(), "*").statusCode()).isEqualTo(200);
        }
        UUID server = workspace.addServer(ada);
        assertThat(workspace.grant(bob, "server", server).statusCode()).isEqualTo(200);

        refusedAs(workspace.grant(bob, "storage", workspace.addStorage(ada)), 409, "PERMISSION_LIMIT_REACHED");
        assertThat(workspace.grantWithStorage(bob, "server", server).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesWhoIsNoMember() {
        TestWorkspace other = TestWorkspace.open();
        Caller eve = other.addMember();
        other.permissions();

        refusedAs(workspace.grant(eve, "server", "*"), 404, "USER_NOT_FOUND");
        refusedAs(workspace.revoke(eve, "server", "*"), 404, "USER_NOT_FOUND");
        refusedAs(workspace.grant(ada, "server", "*"), 400, "USER_INVALID");
        refusedAs(workspace.as(ada).post(PATH + "/revoke-all-from-user/" + eve.username()), 404, "USER_NOT_FOUND");
    }

    @Test
    void refusesMembers() {
        String body = document(bob, "server", "*", "");

        refusedAs(workspace.as(bob).body(body).post(PATH + "/grant"), 403, "ACTION_FORBIDDEN");
        refusedAs(workspace.as(bob).body("{}").post(PATH + "/grant"), 403, "ACTION_FORBIDDEN");
        refusedAs(workspace.as(bob).body(body).post(PATH + "/revoke"), 403, "ACTION_FORBIDDEN");
        refusedAs(workspace.as(bob).body(body).put(PATH), 403, "ACTION_FORBIDDEN");
        refusedAs(workspace.as(bob).post(PATH + "/revoke-all-from-target/server/*"), 403, "ACTION_FORBIDDEN");
        refusedAs(workspace.as(bob).post(PATH + "/revoke-all-from-user/" + bob.username()), 403, "ACTION_FORBIDDEN");
    }

    @Test
    void refusesStrangers() {
        assertThat(given().get(PATH).statusCode()).isEqualTo(401);
    }

    @Test
    void replacesAllPermissionsOfAMemberByOne() {
        Caller eve = workspace.addMember();
        workspace.grant(bob, "server", "*");
        workspace.grant(bob, "storage", "*");
        workspace.grant(eve, "server", "*");

        Response answer = workspace
                .as(ada)
                .body(document(bob, "server", "*", ",\"options\":{\"storage\":\"yes\"}"))
                .put(PATH);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("permissions.permission")).hasSize(1);
        assertThat(workspace.permissionsSeenBy(bob)).containsExactly("bob server * yes");
        assertThat(workspace.permissionsSeenBy(eve)).containsExactly("bob server * no");
    }

    @Test
    void revokesAllFromATarget() {
        Caller eve = workspace.addMember();
        UUID server = workspace.addServer(ada);
        workspace.grant(bob, "server", server);
        workspace.grant(eve, "server", server);
        workspace.grant(eve, "server", "*");

        Response answer = workspace
                .as(ada)
                .post(PATH + "/revoke-all-from-target/server/" + server + "?main_account_id=" + ada.userId());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
        assertThat(workspace.permissions()).containsExactly("bob server * no");
        workspace.as(ada).post(PATH + "/revoke-all-from-target/server/*").then().statusCode(204);
        assertThat(workspace.permissions()).isEmpty();
        workspace.as(ada).post(PATH + "/revoke-all-from-target/server/*").then().statusCode(204);
        refusedAs(workspace.as(ada).post(PATH + "/revoke-all-from-target/moon/*"), 400, "TARGET_TYPE_INVALID");
        refusedAs(
                workspace.as(ada).post(PATH + "/revoke-all-from-target/server/moon"), 400, "TARGET_IDENTIFIER_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "nobody1", "00000000-0000-4000-8000-000000000000"})
    void revokesFromATargetOfTheOwnAccountOnly(String foreign) {
        String path = PATH + "/revoke-all-from-target/server/*?main_account_id=";
        workspace.grant(bob, "server", "*");

        refusedAs(workspace.as(ada).post(path + foreign), 403, "ACCOUNT_FORBIDDEN");
        assertThat(workspace.permissions()).containsExactly("bob server * no");
        workspace.as(ada).post(path + ada.username()).then().statusCode(204);
        workspace.as(ada).post(path).then().statusCode(204);
        assertThat(workspace.permissions()).isEmpty();
    }

    @Test
    void revokesByUserTypeAndIdentifierWhateverTheOptions() {
        workspace.grantWithStorage(bob, "server", "*");

        assertThat(workspace.revoke(bob, "server", "*").statusCode()).isEqualTo(204);
        assertThat(workspace.permissions()).isEmpty();
    }

    @Test
    void takesEmptyOptionsForNone() {
        String body = document(bob, "storage", "*", ",\"options\":{}");

        Response answer = workspace.as(ada).body(body).post(PATH + "/grant");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.asString()).isEqualTo(document(bob, "storage", "*", ""));
    }

    @Test
    void replacesNothingOnceTheOthersHaveAsManyAsAnAccountMayHave() {
        Caller eve = workspace.addMember();
        for (TargetType type : TargetType.values()) {
            workspace.grant(eve, type.wire(), "*").then().statusCode(200);
        }
        String one = document(bob, "server", "*", "");
        workspace.as(ada).body(one).put(PATH).then().statusCode(200);
        workspace.revoke(bob, "server", "*").then().statusCode(204);
        workspace.grant(eve, "server", workspace.addServer(ada)).then().statusCode(200);

        refusedAs(workspace.as(ada).body(one).put(PATH), 409, "PERMISSION_LIMIT_REACHED");
    }

    @Test
    void revokesAllFromAUser() {
        Caller eve = workspace.addMember();
        workspace.grant(bob, "server", "*");
        workspace.grant(bob, "storage", "*");
        workspace.grant(eve, "server", "*");

        Response answer =
                workspace.as(ada).body("{\"ignored\":1}").post(PATH + "/revoke-all-from-user/" + bob.username());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
        assertThat(workspace.permissionsSeenBy(bob)).isEmpty();
        assertThat(workspace.permissions()).hasSize(1);
        refusedAs(workspace.as(ada).post(PATH + "/revoke-all-from-user/nobody1"), 404, "USER_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void answersWithAndWithoutATrailingSlash(String slash) {
        String body = document(bob, "server", "*", "");

        workspace.as(ada).body(body).put(PATH + slash).then().statusCode(200);
        workspace.as(ada).body(body).post(PATH + "/grant" + slash).then().statusCode(200);
        workspace.as(ada).get(PATH + slash).then().statusCode(200);
        workspace.as(ada).body(body).post(PATH + "/revoke" + slash).then().statusCode(204);
        workspace
                .as(ada)
                .post(PATH + "/revoke-all-from-target/server/*" + slash)
                .then()
                .statusCode(204);
        workspace
                .as(ada)
                .post(PATH + "/revoke-all-from-user/" + bob.username() + slash)
                .then()
                .statusCode(204);
    }

    @Test
    void refusesUnknownPlacesAndMethods() {
        refusedAs(workspace.as(ada).get(PATH + "/nothing"), 404, "NOT_FOUND");
        refusedAs(workspace.as(ada).delete(PATH), 405, "METHOD_NOT_ALLOWED");
    }
}
