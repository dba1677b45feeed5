package io.handover.notification.bounce;

import static io.handover.notification.TestHandover.CREDENTIALS;
import static io.handover.notification.TestHandover.SERVERS;
import static io.handover.notification.bounce.Returned.assertBounced;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.DeliveryMethod;
import io.handover.events.PasswordOccasion;
import io.handover.notification.TestHandover;
import io.handover.notification.provider.BounceMailbox;
import io.handover.notification.provider.FakeMailServer;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Whether provisioning is asked for another password. */
@QuarkusTest
class RotateOnBounceTest {

    private final TestHandover handover = TestHandover.any();

    @SuppressWarnings("NullAway.Init") // Providers fills it.
    private FakeMailServer mail;

    @Test
    void asksForOneToTheOtherContact() {
        rotateOnBounce(true);

        bounce();

        assertThat(assertBounced(handover, "the mail came back with 5.1.1").rotateBy())
                .isEqualTo(DeliveryMethod.SMS);
    }

    @Test
    void asksForNoneWhenTheAccountHasChangedItsMind() {
        rotateOnBounce(true);
        rotateOnBounce(false);

        bounce();

        assertThat(assertBounced(handover, "the mail came back with 5.1.1").rotateBy())
                .isNull();
    }

    @Test
    void asksForNoneWhenItWasMadeBecauseOfABounce() {
        rotateOnBounce(true);
        handover.openAccount();
        CREDENTIALS.say(handover.rotated(DeliveryMethod.EMAIL, PasswordOccasion.BOUNCE));
        SERVERS.say(handover.deployed());
        CREDENTIALS.say(handover.set());

        comeBack();

        assertThat(assertBounced(handover, "the mail came back with 5.1.1").rotateBy())
                .isNull();
    }

    private void rotateOnBounce(boolean wanted) {
        given().header("Authorization", TestCallers.bearer(handover.account()))
                .contentType("application/json")
                .body("{\"rotate_on_bounce\":" + wanted + "}")
                .put("/v1/delivery-settings")
                .then()
                .statusCode(200);
    }

    private void bounce() {
        handover.order(DeliveryMethod.EMAIL);
        comeBack();
    }

    private void comeBack() {
        handover.recordIn("delivered");
        String sender = mail.to(handover.email()).getFirst().from();
        given().header("X-Callback-Token", BounceMailbox.TOKEN)
                .contentType("message/rfc822")
                .body(Samples.of("failed", sender, handover.password()).getBytes(StandardCharsets.UTF_8))
                .post("/v1/callbacks/email")
                .then()
                .statusCode(204);
    }
}
