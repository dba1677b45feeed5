package io.handover.notification.bounce;

import static io.handover.notification.bounce.Returned.assertBounced;
import static io.handover.notification.bounce.Returned.assertNothingHappened;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.events.DeliveryMethod;
import io.handover.notification.TestHandover;
import io.handover.notification.channel.StatusCallbacks;
import io.handover.notification.provider.BounceMailbox;
import io.handover.notification.provider.FakeMailServer;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BounceWebhookTest {

    private static final String PATH = "/v1/callbacks/email";
    private static final int MAIL_MAX = 256 * 1024;

    private final TestHandover handover = TestHandover.any();

    @Inject
    BounceService bounces;

    @Inject
    StatusCallbacks callbacks;

    @SuppressWarnings("NullAway.Init") // Providers fills it.
    private FakeMailServer mail;

    @Test
    void sendsFromAnAddressThatNobodyCanGuess() {
        String sender = delivered();

        assertThat(sender).matches("bounces\\+[0-9a-f-]{36}@handover\\.test");
        assertThat(handover.record().asString())
                .doesNotContain(sender.substring(sender.indexOf('+') + 1, sender.indexOf('@')));
    }

    @Test
    void bouncesOnceAndQuotesNothing() {
        String sender = delivered();

        post(sample("talkative", sender)).then().statusCode(204);
        post(sample("exim", sender)).then().statusCode(204);
        post(sample("failed", sender)).then().statusCode(204);

        var event = assertBounced(handover, "the mail came back with 5.1.1");
        assertThat(event.method()).isEqualTo(DeliveryMethod.EMAIL);
        assertThat(event.rotateBy()).isNull();
    }

    @Test
    void takesTheRecipientFromWhomThePostingMailSystemNames() {
        String sender = delivered();

        given().header("X-Callback-Token", BounceMailbox.TOKEN)
                .contentType("message/rfc822")
                .header("X-Envelope-To", sender)
                .body(sample("failed", "bounces@handover.test").getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then()
                .statusCode(204);

        assertBounced(handover, "the mail came back with 5.1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delayed", "relayed", "auto-reply", "reply", "exim-delay", "complaint", "junk"})
    void changesNothingWhenItIsNoBounce(String sample) {
        String sender = delivered();

        post(sample(sample, sender)).then().statusCode(204);

        assertNothingHappened(handover);
    }

    @Test
    void changesNothingWhenTheAddressIsForged() {
        String sender = delivered();
        String forged = "bounces+" + UUID.randomUUID() + "@handover.test";

        post(sample("failed", forged)).then().statusCode(204);
        post(sample("failed", "bounces+" + handover.deliveryId() + "@handover.test"))
                .then()
                .statusCode(204);
        post(sample("failed", "bounces@handover.test")).then().statusCode(204);
        post(sample("failed", sender.replace("handover.test", "elsewhere.test")))
                .then()
                .statusCode(204);

        assertNothingHappened(handover);
    }

    @Test
    void refusesWhoDoesNotShowTheToken() {
        String sender = delivered();

        Response refused = post(sample("failed", sender), "another token");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.<String>path("type")).isEqualTo("urn:handover:problem:callback-token-wrong");
        post(sample("failed", sender), null).then().statusCode(403);
        post(sample("failed", sender), "").then().statusCode(403);

        assertNothingHappened(handover);
    }

    @Test
    void readsNoMailThatIsTooLarge() {
        String sender = delivered();
        String bounce = sample("failed", sender);
        String fill = "x".repeat(MAIL_MAX - bounce.length());

        Response refused = post(bounce + fill + "x");
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.<String>path("detail")).contains("262144 bytes");
        assertNothingHappened(handover);

        post(bounce + fill).then().statusCode(204);
        assertBounced(handover, "the mail came back with 5.1.1");
    }

    @Test
    void refusesOtherBodies() {
        given().header("X-Callback-Token", BounceMailbox.TOKEN)
                .contentType("application/json")
                .body("{}")
                .post(PATH)
                .then()
                .statusCode(415);
    }

    @Test
    void expectsNothingWithoutAConfiguredToken() {
        var unconfigured = new CallbackResource(bounces, callbacks, new Unconfigured());

        assertThatThrownBy(() -> unconfigured.email("", null, new byte[0]))
                .hasMessage("No callbacks are expected here.")
                .extracting("status")
                .isEqualTo(404);
    }

    private String delivered() {
        handover.order(DeliveryMethod.EMAIL).recordIn("delivered");
        return mail.to(handover.email()).getFirst().from();
    }

    private String sample(String name, String address) {
        return Samples.of(name, address, handover.password());
    }

    private static Response post(String mail) {
        return post(mail, BounceMailbox.TOKEN);
    }

    private static Response post(String mail, @Nullable String token) {
        var request = given().contentType("message/rfc822").body(mail.getBytes(StandardCharsets.UTF_8));
        return (token == null ? request : request.header("X-Callback-Token", token)).post(PATH);
    }

    private record Unconfigured() implements BounceConfig {

        @Override
        public Optional<String> token() {
            return Optional.empty();
        }

        @Override
        public MemorySize maxMail() {
            return new MemorySize(BigInteger.TEN);
        }

        @Override
        public Imap imap() {
            throw new UnsupportedOperationException();
        }
    }
}
