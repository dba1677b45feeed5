package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was answered is in force with the next request, whichever service it goes to. Nothing here waits or retries. */
@ExtendWith(RunningStack.class)
class EffectOfAChangeIT {

    private static final int ROUNDS = 10;

    private Workspace ada;

    @BeforeEach
    void openAnAccount(RunningStack stack) {
        ada = Workspace.open(stack.api(), "ada");
        ada.addMember("bob");
    }

    @Test
    void grantAndRevokeDecideTheNextRequest() {
        String server = ada.deploy("web.example.org", "none").server();

        for (int round = 0; round < ROUNDS; round++) {
            assertThat(bobsServers()).isEmpty();
            assertThat(bobReads(server).statusCode()).isEqualTo(403);

            ada.grant("server", server);
            assertThat(bobsServers()).containsExactly(server);
            assertThat(bobReads(server).statusCode()).isEqualTo(200);

            ada.revoke("server", server);
        }
    }

    @Test
    void tagAndUntagDecideTheNextRequest() {
        String tagged = ada.deploy("dev.example.org", "none").server();
        ada.deploy("prod.example.org", "none");
        ada.makeTag("dev");
        ada.grant("tag_access", "dev");

        for (int round = 0; round < ROUNDS; round++) {
            assertThat(bobsServers()).isEmpty();

            ada.tag(tagged, "dev");
            assertThat(bobsServers()).containsExactly(tagged);
            assertThat(bobReads(tagged).statusCode()).isEqualTo(200);

            ada.untag(tagged, "dev");
            assertThat(bobReads(tagged).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void renameOfATagDecidesNothingAnew() {
        String server = ada.deploy("dev.example.org", "none").server();
        ada.makeTag("even");
        ada.tag(server, "even");
        ada.grant("tag_access", "even");

        for (int round = 0; round < ROUNDS; round++) {
            String before = round % 2 == 0 ? "even" : "odd";
            String after = round % 2 == 0 ? "odd" : "even";

            Response renamed =
                    ada.api().send(ada.owner(), "PUT", "/1.3/tag/" + before, "{\"tag\":{\"name\":\"" + after + "\"}}");

            assertThat(renamed.statusCode()).as(renamed.asString()).isEqualTo(200);
            assertThat(bobsServers()).containsExactly(server);
            assertThat(ada.api()
                            .get(ada.owner(), "/1.3/permission")
                            .jsonPath()
                            .getList("permissions.permission.target_identifier"))
                    .containsExactly(after);
        }
        ada.revoke("tag_access", "even");
        assertThat(bobsServers()).isEmpty();
    }

    @Test
    void accessListsOfAMemberAndItsPermissionsAreOneThing() {
        String body = "{\"account\":{\"server_access\":{\"server\":[{\"uuid\":\"*\",\"storage\":\"no\"}]}}}";
        String server = ada.deploy("web.example.org", "none").server();

        Response put = ada.api().send(ada.owner(), "PUT", "/1.3/account/sub/" + ada.member(), body);

        assertThat(put.statusCode()).as(put.asString()).isEqualTo(204);
        assertThat(bobsServers()).containsExactly(server);
        ada.revoke("server", "*");
        Response details = ada.api().get(ada.owner(), "/1.3/account/details/" + ada.member());
        assertThat(details.jsonPath().getList("account.server_access.server")).isEmpty();
        assertThat(bobsServers()).isEmpty();
    }

    @Test
    void deletedTokenIsRefusedAtOnce() {
        Response made = ada.api().post(ada.owner(), "/1.3/account/tokens", "{\"name\":\"ci\",\"expires_in\":\"1h\"}");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        Caller token = Caller.withToken(made.jsonPath().getString("token"));
        assertThat(ada.api().get(token, "/1.3/server").statusCode()).isEqualTo(200);

        Response deleted = ada.api()
                .send(
                        ada.owner(),
                        "DELETE",
                        "/1.3/account/tokens/" + made.jsonPath().getString("id"),
                        "");

        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(ada.api().get(token, "/1.3/server").statusCode()).isEqualTo(401);
    }

    @Test
    void oldPasswordIsRefusedAtOnce() {
        assertThat(ada.api().get(ada.asMember(), "/1.3/account").statusCode()).isEqualTo(200);

        Response changed = ada.api()
                .send(
                        ada.owner(),
                        "PUT",
                        "/1.3/account/sub/" + ada.member(),
                        "{\"account\":{\"password\":\"an entirely different one\"}}");

        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(204);
        assertThat(ada.api().get(ada.asMember(), "/1.3/account").statusCode()).isEqualTo(401);
        Caller renewed = new Caller(ada.member(), "an entirely different one");
        assertThat(ada.api().get(renewed, "/1.3/account").statusCode()).isEqualTo(200);
    }

    @Test
    void removedMemberIsOutAndItsPermissionsAndTokensGo() {
        String body = "{\"name\":\"ci\",\"expires_in\":\"1h\"}";
        Caller token = Caller.withToken(ada.api()
                .post(ada.asMember(), "/1.3/account/tokens", body)
                .jsonPath()
                .getString("token"));
        ada.grant("server", "*");
        assertThat(ada.api().get(token, "/1.3/server").statusCode()).isEqualTo(200);

        Response removed = ada.api().send(ada.owner(), "DELETE", "/1.3/account/sub/" + ada.member(), "");

        assertThat(removed.statusCode()).as(removed.asString()).isEqualTo(204);
        assertThat(ada.api().get(ada.asMember(), "/1.3/server").statusCode()).isEqualTo(401);
        assertThat(ada.api().get(token, "/1.3/server").statusCode()).isEqualTo(401);
        assertThat(permissions()).isEmpty();
    }

    @Test
    void deletedServerTakesItsPermissionsAndTagsAlong() {
        String server = ada.deploy("web.example.org", "none").server();
        ada.makeTag("dev");
        ada.tag(server, "dev");
        ada.grant("server", server);

        ada.stopAndDelete(server);

        assertThat(ada.api().get(ada.owner(), "/1.3/server/" + server).statusCode())
                .isEqualTo(404);
        assertThat(ada.api().get(ada.owner(), "/1.3/tag/dev").jsonPath().getList("tag.servers.server"))
                .isEmpty();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(permissions()).isEmpty());
    }

    private List<String> bobsServers() {
        return ada.api().get(ada.asMember(), "/1.3/server").jsonPath().getList("servers.server.uuid");
    }

    private Response bobReads(String server) {
        return ada.api().get(ada.asMember(), "/1.3/server/" + server);
    }

    private List<Object> permissions() {
        return ada.api().get(ada.owner(), "/1.3/permission").jsonPath().getList("permissions.permission");
    }
}
