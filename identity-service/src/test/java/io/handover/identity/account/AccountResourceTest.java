package io.handover.identity.account;

import static io.handover.identity.TestAccounts.PASSWORD;
import static io.handover.identity.TestAccounts.addMember;
import static io.handover.identity.TestAccounts.as;
import static io.handover.identity.TestAccounts.basic;
import static io.handover.identity.TestAccounts.member;
import static io.handover.identity.TestAccounts.open;
import static io.handover.identity.TestAccounts.session;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.Topics;
import io.handover.events.identity.ContactChanged;
import io.handover.events.identity.PasswordChanged;
import io.handover.kit.caller.Caller;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountResourceTest {

    private static final TestTopic<io.handover.events.identity.AccountEvent> TOPIC =
            new TestTopic<>(Topics.IDENTITY_ACCOUNT);

    @Test
    void showsWhatAnAccountHas() {
        Caller ada = open();

        Response answer = as(ada).get("/1.3/account/");

        assertThat(answer.contentType()).isEqualTo("application/json;charset=UTF-8");
        assertThat(answer.<String>path("account.username")).isEqualTo(ada.username());
        assertThat(answer.<Map<String, Object>>path("account.resource_limits"))
                .containsOnlyKeys(
                        "cores",
                        "memory",
                        "networks",
                        "public_ipv4",
                        "public_ipv6",
                        "storage_hdd",
                        "storage_ssd",
                        "storage_maxiops",
                        "detached_floating_ips",
                        "load_balancers",
                        "managed_object_storages",
                        "network_peerings",
                        "ntp_excess_gib",
                        "gpus",
                        "tags")
                .containsEntry("memory", 307_200);
        assertThat(answer.<Float>path("account.credits")).isEqualTo(9972.23f);
    }

    @Test
    void refusesStrangers() {
        assertThat(given().get("/1.3/account").statusCode()).isEqualTo(401);
    }

    @Test
    void listsTheWorkspaceToItsOwner() {
        Caller ada = open();
        String bob = addMember(ada);

        Response answer = as(ada).get("/1.3/account/list");

        assertThat(answer.<List<String>>path("accounts.account.username")).containsExactly(ada.username(), bob);
        assertThat(answer.<List<String>>path("accounts.account.type")).containsExactly("main", "sub");
    }

    @Test
    void findsByLabel() {
        Caller ada = open();
        String bob = addMember(ada);
        addMember(ada);
        as(ada).body("{\"account\":{\"labels\":[{\"key\":\"dept\",\"value\":\"it\"}]}}")
                .put("/1.3/account/sub/" + bob)
                .then()
                .statusCode(204);

        assertThat(labelled(ada, "dept")).containsExactly(bob);
        assertThat(labelled(ada, "dept=it")).containsExactly(bob);
        assertThat(labelled(ada, "dept=hr")).isEmpty();
        assertThat(labelled(ada, "")).hasSize(3);
    }

    @Test
    void showsDetailsToTheOwnerAndToTheMemberItself() {
        Caller ada = open();
        String bob = addMember(ada);

        Response toOwner = as(ada).get("/1.3/account/details/" + bob);
        Response toBob = as(member(bob)).get("/1.3/account/details/" + bob);

        assertThat(toOwner.asString()).isEqualTo(toBob.asString());
        assertThat(toOwner.<String>path("account.main_account")).isEqualTo(ada.username());
        assertThat(toOwner.<String>path("account.phone")).isEqualTo("+358.401234568");
        assertThat(toOwner.<String>path("account.enable_3rd_party_services")).isEqualTo("yes");
        assertThat(toOwner.<List<Object>>path("account.server_access.server")).isEmpty();
        assertThat(toOwner.<List<Object>>path("account.ip_filters.ip_filter")).isEmpty();
        assertThat(toOwner.asString()).doesNotContain("password");
    }

    @Test
    void refusesMembersWhatIsNotTheirs() {
        Caller ada = open();
        Caller bob = member(addMember(ada));

        Response details = as(bob).get("/1.3/account/details/" + ada.username());

        assertThat(details.statusCode()).isEqualTo(403);
        assertThat(details.<String>path("error.error_code")).isEqualTo("ACCOUNT_FORBIDDEN");
        assertThat(as(bob).get("/1.3/account/list").statusCode()).isEqualTo(403);
    }

    @Test
    void hidesOtherWorkspaces() {
        Response answer = as(open()).get("/1.3/account/details/" + open().username());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.<String>path("error.error_code")).isEqualTo("USER_NOT_FOUND");
    }

    @Test
    void changesContactsAndSaysSo() {
        Caller ada = open();

        Response answer = as(ada).body("{\"account\":{\"email\":\"new@example.org\",\"phone\":\"\"}}")
                .put("/1.3/account/details/" + ada.username());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
        var said = TOPIC.hear(ContactChanged.class, event -> event.accountId().equals(ada.accountId()));
        assertThat(said.email()).isEqualTo("new@example.org");
        assertThat(said.phone()).isEqualTo("+358401234567");
    }

    @Test
    void changesAPasswordAndSaysSo() {
        Caller bob = member(addMember(open()));

        as(bob).body("{\"account\":{\"password\":\"another walk along the sea\"}}")
                .put("/1.3/account/details/" + bob.username())
                .then()
                .statusCode(204);

        TOPIC.hear(PasswordChanged.class, event -> event.userId().equals(bob.userId()));
        assertThat(session(basic(bob.username(), PASSWORD), "10.0.0.1").statusCode())
                .isEqualTo(401);
        assertThat(session(basic(bob.username(), "another walk along the sea"), "10.0.0.1")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesChangesOfOthers() {
        Caller ada = open();
        String bob = addMember(ada);

        assertThat(as(ada).body("{\"account\":{}}")
                        .put("/1.3/account/details/" + bob)
                        .statusCode())
                .isEqualTo(403);
    }

    private static List<String> labelled(Caller caller, String label) {
        return as(caller).queryParam("label", label).get("/1.3/account/list").path("accounts.account.username");
    }
}
