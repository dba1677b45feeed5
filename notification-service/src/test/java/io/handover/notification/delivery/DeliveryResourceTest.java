package io.handover.notification.delivery;

import static io.handover.notification.TestHandover.CREDENTIALS;
import static io.handover.notification.TestHandover.SERVERS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.Topics;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.permission.PermissionGranted;
import io.handover.events.permission.PermissionRevoked;
import io.handover.events.provisioning.ServerDeleted;
import io.handover.events.provisioning.ServerTagged;
import io.handover.events.provisioning.ServerUntagged;
import io.handover.events.provisioning.TagDeleted;
import io.handover.events.provisioning.TagRenamed;
import io.handover.kit.caller.Caller;
import io.handover.notification.TestHandover;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DeliveryResourceTest {

    private static final String PATH = "/v1/deliveries";
    private static final TestTopic<PermissionEvent> PERMISSIONS = new TestTopic<>(Topics.PERMISSION_PERMISSION);

    private final Caller ada = TestCallers.anAccount();
    private final Caller bob = TestCallers.aMemberOf(ada);
    private final TestHandover web = TestHandover.of(ada, ada);
    private final TestHandover mail = TestHandover.of(ada, ada);
    private List<ProducerRecord<String, String>> said = List.of();

    @BeforeEach
    void showTwoPasswords() {
        said = List.of(CREDENTIALS.say(web.shown()), CREDENTIALS.say(mail.shown()));
        said.forEach(record -> list(ada, "", record).then().statusCode(200));
    }

    @Test
    void showsTheMainAccountAllOfItsOwnNewestFirst() {
        Response answer = list(ada, "", said.getLast());

        assertThat(answer.<List<String>>path("deliveries.server"))
                .containsExactlyInAnyOrder(
                        web.serverId().toString(), mail.serverId().toString());
        assertThat(answer.<List<String>>path("deliveries.states[0].at")).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(answer.<List<List<String>>>path("deliveries.states.state")).containsOnly(List.of("shown"));
    }

    @Test
    void showsThoseOfOneServer() {
        assertThat(servers(list(ada, "?server=" + web.serverId(), said.getLast())))
                .containsExactly(web.serverId());
        assertThat(servers(list(ada, "?server=" + UUID.randomUUID(), said.getLast())))
                .isEmpty();
    }

    @Test
    void hidesThemFromOtherAccountsAndFromMembersWithoutPermission() {
        Caller eve = TestCallers.anAccount();

        assertThat(servers(get(eve, PATH))).isEmpty();
        assertThat(servers(list(bob, "", said.getLast()))).isEmpty();
        refusedAs(show(eve, web.deliveryId()), 404, "delivery-not-found");
        refusedAs(show(bob, web.deliveryId()), 404, "delivery-not-found");
        show(ada, web.deliveryId()).then().statusCode(200);
    }

    @Test
    void showsAMemberThoseOfServersItMayControl() {
        var granted = PERMISSIONS.say(granted("server", web.serverId().toString()));
        Response before = list(bob, "", granted);
        PERMISSIONS.sayAgain(granted);
        var revoked = PERMISSIONS.say(revoked("server", web.serverId().toString()));
        PERMISSIONS.sayAgain(granted);
        Response after = list(bob, "", revoked);

        assertThat(servers(before)).containsExactly(web.serverId());
        assertThat(servers(after)).isEmpty();
    }

    @Test
    void showsAMemberWithAllServersAll() {
        var granted = PERMISSIONS.say(granted("server", "*"));

        assertThat(servers(list(bob, "", granted))).containsExactlyInAnyOrder(web.serverId(), mail.serverId());
        show(bob, mail.deliveryId()).then().statusCode(200);
    }

    @Test
    void showsAMemberThoseOfServersWithItsTag() {
        list(bob, "", PERMISSIONS.say(granted("tag_access", "dev"))).then().statusCode(200);
        var tagged = SERVERS.say(new ServerTagged(ada.accountId(), web.serverId(), "dev", ada.userId()));
        Response before = list(bob, "", tagged);
        var untagged = SERVERS.say(new ServerUntagged(ada.accountId(), web.serverId(), "dev", ada.userId()));
        Response after = list(bob, "", untagged);

        assertThat(servers(before)).containsExactly(web.serverId());
        assertThat(servers(after)).isEmpty();
    }

    @Test
    void forgetsTagsThatAreDeletedAlone() {
        list(bob, "", PERMISSIONS.say(granted("tag_access", "dev"))).then().statusCode(200);
        SERVERS.say(new ServerTagged(ada.accountId(), web.serverId(), "dev", ada.userId()));

        var dropped = SERVERS.say(new TagDeleted(ada.accountId(), "dev"));

        assertThat(servers(list(bob, "", dropped))).isEmpty();
    }

    @Test
    void followsATagThatIsRenamed() {
        list(bob, "", PERMISSIONS.say(granted("tag_access", "dev"))).then().statusCode(200);
        list(bob, "", PERMISSIONS.say(granted("tag_access", "prod"))).then().statusCode(200);
        SERVERS.say(new ServerTagged(ada.accountId(), web.serverId(), "dev", ada.userId()));
        var revoked = PERMISSIONS.say(revoked("tag_access", "dev"));
        assertThat(servers(list(bob, "", revoked))).isEmpty();

        var renamed = SERVERS.say(new TagRenamed(ada.accountId(), "dev", "prod", ada.userId()));

        assertThat(servers(list(bob, "", renamed))).containsExactly(web.serverId());
    }

    @Test
    void forgetsTagsOfADeletedServer() {
        list(bob, "", PERMISSIONS.say(granted("tag_access", "dev"))).then().statusCode(200);
        SERVERS.say(new ServerTagged(ada.accountId(), web.serverId(), "dev", ada.userId()));

        var deleted = SERVERS.say(new ServerDeleted(ada.accountId(), web.serverId()));

        assertThat(servers(list(bob, "", deleted))).isEmpty();
    }

    @Test
    void showsAMemberWhatItAskedForItself() {
        var own = TestHandover.of(ada, bob);

        var shown = CREDENTIALS.say(own.shown());

        Response answer = list(bob, "", shown);
        assertThat(servers(answer)).containsExactly(own.serverId());
        assertThat(answer.<String>path("deliveries[0].requested_by")).isEqualTo(bob.username());
    }

    @Test
    void passesOverPermissionsItCanNotRead() {
        PERMISSIONS.sayUnknown(granted("server", "*"));
        PERMISSIONS.sayPoison(granted("server", "*"));

        var granted = PERMISSIONS.say(granted("server", web.serverId().toString()));
        PERMISSIONS.dropDeadLetter(ada.accountId());

        assertThat(servers(list(bob, "", granted))).containsExactly(web.serverId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"moon", "1-1-1-1-1", "*", "00798b85-efdc-41ca-8021-f6ef457b853"})
    void refusesWhatIsNoServer(String server) {
        Response answer = list(ada, "?server=" + server, said.getLast());

        refusedAs(answer, 400, "server-invalid");
        assertThat(answer.<String>path("errors[0].name")).isEqualTo("server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"moon", "1-1-1-1-1", "00798b85-efdc-41ca-8021-f6ef457b8531"})
    void refusesWhatIsNoDelivery(String id) {
        refusedAs(get(ada, PATH + "/" + id), 404, "delivery-not-found");
    }

    @Test
    void refusesStrangersAndOtherMethods() {
        given().get(PATH).then().statusCode(401);
        Response answer = given().header("Authorization", TestCallers.bearer(ada))
                .contentType("application/json")
                .body("{}")
                .post(PATH);
        assertThat(answer.statusCode()).isEqualTo(405);
    }

    private static Response list(Caller caller, String query, ProducerRecord<String, String> after) {
        return given().header("Authorization", TestCallers.bearer(caller))
                .header("Handover-Account-Version", after.topic() + "=" + TestTopic.versionOf(after))
                .get(PATH + query);
    }

    private static Response show(Caller caller, UUID deliveryId) {
        return get(caller, PATH + "/" + deliveryId);
    }

    private static Response get(Caller caller, String path) {
        return given().header("Authorization", TestCallers.bearer(caller)).get(path);
    }

    private static List<UUID> servers(Response answer) {
        answer.then().statusCode(200);
        return answer.<List<String>>path("deliveries.server").stream()
                .map(UUID::fromString)
                .toList();
    }

    private static void refusedAs(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:" + code);
    }

    private PermissionGranted granted(String type, String identifier) {
        return new PermissionGranted(
                ada.accountId(),
                UUID.randomUUID(),
                bob.userId(),
                bob.username(),
                type,
                identifier,
                false,
                ada.userId());
    }

    private PermissionRevoked revoked(String type, String identifier) {
        return new PermissionRevoked(
                ada.accountId(), UUID.randomUUID(), bob.userId(), bob.username(), type, identifier);
    }
}
