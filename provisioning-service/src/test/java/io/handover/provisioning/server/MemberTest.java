package io.handover.provisioning.server;

import static io.handover.provisioning.TestGrants.asAfter;
import static io.handover.provisioning.TestGrants.grant;
import static io.handover.provisioning.TestGrants.grantWithStorages;
import static io.handover.provisioning.TestGrants.revoke;
import static io.handover.provisioning.TestServers.PATH;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.details;
import static io.handover.provisioning.TestServers.refusedAs;
import static io.handover.provisioning.TestServers.requested;
import static io.handover.provisioning.TestServers.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.kit.caller.Caller;
import io.handover.provisioning.TestDatabase;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member sees and controls exactly what it was granted. */
@QuarkusTest
class MemberTest {

    private final Caller ada = TestCallers.anAccount();
    private final Caller bob = TestCallers.aMemberOf(ada);
    private String web = "";
    private String db = "";

    @BeforeEach
    void requestTwoServers() {
        web = requested(ada, "web.example.org");
        db = requested(ada, "db.example.org");
    }

    @Test
    void seesNothingAtFirst() {
        assertThat(servers(as(bob))).isEmpty();
        assertThat(storages(as(bob))).isEmpty();
        refusedAs(details(bob, web), 403, "SERVER_FORBIDDEN");
        refusedAs(as(bob).get("/1.3/storage/" + diskOf(web)), 403, "STORAGE_FORBIDDEN");
        for (String change : List.of("start", "stop", "restart")) {
            refusedAs(as(bob).post(PATH + "/" + web + "/" + change), 403, "SERVER_FORBIDDEN");
        }
        refusedAs(as(bob).delete(PATH + "/" + web), 403, "SERVER_FORBIDDEN");
        refusedAs(as(bob).body("{\"server\":{\"title\":\"mine\"}}").put(PATH + "/" + web), 403, "SERVER_FORBIDDEN");
    }

    @Test
    void seesAServerItWasGranted() {
        var granted = grant(bob, "server", web);

        assertThat(servers(asAfter(granted, bob))).containsExactly(web);
        assertThat(details(bob, web).statusCode()).isEqualTo(200);
        assertThat(storages(as(bob))).isEmpty();
        refusedAs(details(bob, db), 403, "SERVER_FORBIDDEN");

        var revoked = revoke(bob, "server", web);
        assertThat(servers(asAfter(revoked, bob))).isEmpty();
    }

    @Test
    void seesStoragesOfAServerItWasGrantedWithThem() {
        var granted = grantWithStorages(bob, "server", web);

        assertThat(storages(asAfter(granted, bob))).containsExactly(diskOf(web));
    }

    @Test
    void seesAStorageItWasGranted() {
        var granted = grant(bob, "storage", diskOf(db));

        assertThat(storages(asAfter(granted, bob))).containsExactly(diskOf(db));
        assertThat(servers(as(bob))).isEmpty();
    }

    @Test
    void seesEverythingGrantedByStar() {
        grant(bob, "storage", "*");
        var granted = grant(bob, "server", "*");

        assertThat(servers(asAfter(granted, bob))).containsExactly(web, db);
        assertThat(storages(as(bob))).containsExactlyInAnyOrder(diskOf(web), diskOf(db));
        assertThat(servers(as(TestCallers.aMemberOf(ada)))).isEmpty();
    }

    @Test
    void seesServersByTagAsLongAsTheyCarryIt() {
        as(ada).body("{\"tag\":{\"name\":\"Dev\"}}").post("/1.3/tag").then().statusCode(200);
        var granted = grantWithStorages(bob, "tag_access", "dev");
        assertThat(servers(asAfter(granted, bob))).isEmpty();

        as(ada).post(PATH + "/" + web + "/tag/dev").then().statusCode(200);
        assertThat(servers(as(bob))).containsExactly(web);
        assertThat(storages(as(bob))).containsExactly(diskOf(web));
        assertThat(as(bob).get(PATH + "/tag/dev").<List<String>>path("servers.server.uuid"))
                .containsExactly(web);

        as(ada).post(PATH + "/" + web + "/untag/dev").then().statusCode(200);
        assertThat(servers(as(bob))).isEmpty();
        assertThat(storages(as(bob))).isEmpty();
    }

    @Test
    void doesNotTag() {
        as(ada).body("{\"tag\":{\"name\":\"dev\"}}").post("/1.3/tag").then().statusCode(200);
        var granted = grant(bob, "server", web);

        refusedAs(asAfter(granted, bob).post(PATH + "/" + web + "/tag/dev"), 403, "TAG_FORBIDDEN");
        refusedAs(as(bob).post(PATH + "/" + web + "/untag/dev"), 403, "TAG_FORBIDDEN");
        refusedAs(as(bob).body("{\"tag\":{\"name\":\"mine\"}}").post("/1.3/tag"), 403, "TAG_FORBIDDEN");
        refusedAs(as(bob).body("{\"tag\":{}}").put("/1.3/tag/dev"), 403, "TAG_FORBIDDEN");
        refusedAs(as(bob).delete("/1.3/tag/dev"), 403, "TAG_FORBIDDEN");
    }

    @Test
    void controlsWhatItMakesAtOnce() {
        String own = requested(bob, "bobs.example.org");

        assertThat(servers(as(bob))).containsExactly(own);
        assertThat(storages(as(bob))).containsExactly(diskOf(own));
        assertThat(servers(as(ada))).contains(own);
        assertThat(servers(as(TestCallers.aMemberOf(ada)))).isEmpty();
    }

    @Test
    void doesNotDeleteStoragesItWasNotGranted() {
        String id = stopped(ada, "old.example.org");
        var granted = grant(bob, "server", id);

        refusedAs(asAfter(granted, bob).delete(PATH + "/" + id + "?storages=1"), 403, "STORAGE_FORBIDDEN");
        as(bob).delete(PATH + "/" + id).then().statusCode(204);
    }

    @Test
    void takesGrantsOnADeletedServerAlong() {
        String id = stopped(ada, "old.example.org");
        var granted = grant(bob, "server", id);
        assertThat(servers(asAfter(granted, bob))).contains(id);

        as(ada).delete(PATH + "/" + id + "?storages=1").then().statusCode(204);

        assertThat(TestDatabase.count("access_grant", "target_identifier", id)).isZero();
    }

    @Test
    void isRefusedWhenItsPermissionsAreNotKnownYet() {
        Response answer = as(bob).header("Handover-Account-Version", "permission.permission.v1=" + 999_999_999_999_999L)
                .get(PATH);

        refusedAs(answer, 503, "SERVICE_ERROR");
    }

    private String diskOf(String server) {
        return details(ada, server).path("server.storage_devices.storage_device[0].storage");
    }

    private static List<String> servers(RequestSpecification request) {
        return request.get(PATH).path("servers.server.uuid");
    }

    private static List<String> storages(RequestSpecification request) {
        return request.get("/1.3/storage/private").path("storages.storage.uuid");
    }
}
