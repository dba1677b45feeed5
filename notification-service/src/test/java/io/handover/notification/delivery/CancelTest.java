package io.handover.notification.delivery;

import static io.handover.notification.TestHandover.CREDENTIALS;
import static io.handover.notification.TestHandover.SERVERS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.DeliveryMethod;
import io.handover.events.Topics;
import io.handover.events.notification.DeliveryEvent;
import io.handover.events.notification.PasswordDeliveryFailed;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.permission.PermissionGranted;
import io.handover.kit.caller.Caller;
import io.handover.notification.TestHandover;
import io.handover.notification.provider.FakeMailServer;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CancelTest {

    private static final TestTopic<DeliveryEvent> TOPIC = new TestTopic<>(Topics.NOTIFICATION_DELIVERY);
    private static final TestTopic<PermissionEvent> PERMISSIONS = new TestTopic<>(Topics.PERMISSION_PERMISSION);

    private final Caller ada = TestCallers.anAccount();
    private final Caller bob = TestCallers.aMemberOf(ada);
    private final TestHandover web = TestHandover.of(ada, ada).openAccount();

    @Inject
    Rows rows;

    @SuppressWarnings("NullAway.Init") // Providers fills it.
    private FakeMailServer mail;

    @Test
    void givesUpWhatStillWaits() {
        await(web);

        Response answer = cancel(ada, web.deliveryId());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
        assertThat(answer.header("Handover-Account-Version")).startsWith("notification.delivery.v1=");
        assertThat(web.record().<String>path("state")).isEqualTo("failed");
        assertThat(web.record().<String>path("reason")).isEqualTo("it was cancelled");
        assertThat(web.record().<List<String>>path("states.state")).containsExactly("awaiting", "failed");
        assertThat(rows.hasBox(web.deliveryId())).isFalse();
        assertThat(rows.hasKeyOf(web.deliveryId())).isFalse();
        assertThat(TOPIC.hear(
                                PasswordDeliveryFailed.class,
                                event -> event.deliveryId().equals(web.deliveryId()))
                        .reason())
                .isEqualTo("it was cancelled");
        assertThat(TOPIC.hearOrigin(
                                event -> event.subject().equals(web.deliveryId().toString()))
                        .actor())
                .contains(ada.username());
    }

    @Test
    void sendsNothingAfterwards() {
        await(web);
        cancel(ada, web.deliveryId()).then().statusCode(204);

        SERVERS.say(web.deployed());
        TestHandover.of(ada, ada).order(DeliveryMethod.SMS).recordIn("delivered");

        assertThat(mail.to(web.email())).isEmpty();
    }

    @Test
    void refusesWhatIsBeingSentAndWhatHasEnded() {
        mail.refuse(web.email(), FakeMailServer.SILENCE);
        web.order(DeliveryMethod.EMAIL).recordIn("sending");

        refusedAs(cancel(ada, web.deliveryId()), 409, "delivery-state-illegal");

        web.recordIn("failed");
        refusedAs(cancel(ada, web.deliveryId()), 409, "delivery-state-illegal");
    }

    @Test
    void refusesWhatWasShownOrDelivered() {
        var shown = TestHandover.of(ada, ada);
        shown.recordAfter(CREDENTIALS.say(shown.shown())).then().statusCode(200);
        web.order(DeliveryMethod.SMS).recordIn("delivered");

        refusedAs(cancel(ada, shown.deliveryId()), 409, "delivery-state-illegal");
        refusedAs(cancel(ada, web.deliveryId()), 409, "delivery-state-illegal");
    }

    @Test
    void isForThoseWhoMaySeeIt() {
        await(web);

        refusedAs(cancel(TestCallers.anAccount(), web.deliveryId()), 404, "delivery-not-found");
        refusedAs(cancel(bob, web.deliveryId()), 404, "delivery-not-found");
        refusedAs(cancel(ada, UUID.randomUUID()), 404, "delivery-not-found");
        assertThat(web.record().<String>path("state")).isEqualTo("awaiting");
        var granted = PERMISSIONS.say(new PermissionGranted(
                ada.accountId(),
                UUID.randomUUID(),
                bob.userId(),
                bob.username(),
                "server",
                web.serverId().toString(),
                false,
                ada.userId()));

        given().header("Authorization", TestCallers.bearer(bob))
                .header("Handover-Account-Version", "permission.permission.v1=" + TestTopic.versionOf(granted))
                .delete("/v1/deliveries/" + web.deliveryId())
                .then()
                .statusCode(204);
    }

    @Test
    void refusesAnIdThatIsNone() {
        refusedAs(
                given().header("Authorization", TestCallers.bearer(ada)).delete("/v1/deliveries/web"),
                404,
                "delivery-not-found");
    }

    private static void await(TestHandover handover) {
        handover.recordAfter(CREDENTIALS.say(handover.generated(DeliveryMethod.EMAIL)))
                .then()
                .statusCode(200);
    }

    private static Response cancel(Caller caller, UUID delivery) {
        return given().header("Authorization", TestCallers.bearer(caller)).delete("/v1/deliveries/" + delivery);
    }

    private static void refusedAs(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:" + slug);
    }
}
