package io.handover.notification.bounce;

import static io.handover.notification.bounce.Returned.assertBounced;
import static io.handover.notification.bounce.Returned.assertNothingHappened;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.DeliveryMethod;
import io.handover.notification.TestHandover;
import io.handover.notification.provider.FakeSmsProvider;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StatusCallbackTest {

    private static final String PATH = "/v1/callbacks/sms";

    private final TestHandover handover = TestHandover.any();

    @SuppressWarnings("NullAway.Init") // Providers fills it.
    private FakeSmsProvider sms;

    @Test
    void asksTheProviderToComeBack() {
        delivered();

        assertThat(sms.to(handover.phone()).getFirst().statusCallback())
                .isEqualTo(address(handover.deliveryId()) + "#rc=5&rp=all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"undelivered", "failed"})
    void bouncesOnceHoweverOftenItIsSaid(String status) {
        String sid = delivered();

        say(sid, status, "30003").then().statusCode(204);
        say(sid, status, "30003").then().statusCode(204);
        say(sid, "failed", "30005").then().statusCode(204);
        say(sid, "delivered", null).then().statusCode(204);

        var event = assertBounced(handover, "the SMS was not delivered (error 30003)");
        assertThat(event.method()).isEqualTo(DeliveryMethod.SMS);
        assertThat(event.serverId()).isEqualTo(handover.serverId());
        assertThat(event.rotateBy()).isNull();
        assertThat(handover.record().<String>path("arrived_at")).isNull();
    }

    @Test
    void heedsNoStepsOnTheWayInAnyOrder() {
        String sid = delivered();

        say(sid, "sent", null).then().statusCode(204);
        say(sid, "queued", null).then().statusCode(204);
        assertNothingHappened(handover);
        say(sid, "undelivered", "30006").then().statusCode(204);
        say(sid, "sending", null).then().statusCode(204);

        assertBounced(handover, "the SMS was not delivered (error 30006)");
    }

    @Test
    void keepsThatItArrived() {
        String sid = delivered();

        say(sid, "delivered", null).then().statusCode(204);
        String arrivedAt = handover.record().path("arrived_at");
        say(sid, "delivered", null).then().statusCode(204);
        say(sid, "undelivered", "30003").then().statusCode(204);

        assertThat(arrivedAt).isNotNull();
        assertThat(handover.record().<String>path("arrived_at")).isEqualTo(arrivedAt);
        assertNothingHappened(handover);
    }

    @Test
    void hearsACallbackThatIsFasterThanTheAnswer() {
        sms.hurry(
                handover.phone(),
                taken -> say(taken.sid(), "undelivered", "30003").then().statusCode(204));

        handover.order(DeliveryMethod.SMS);

        assertBounced(handover, "the SMS was not delivered (error 30003)");
    }

    @Test
    void hearsThatItArrivedBeforeTheAnswer() {
        sms.hurry(
                handover.phone(),
                taken -> say(taken.sid(), "delivered", null).then().statusCode(204));

        delivered();

        assertThat(handover.record().<String>path("arrived_at")).isNotNull();
        assertNothingHappened(handover);
    }

    @Test
    void changesNothingAboutAnotherMessage() {
        delivered();

        say("SM" + "0".repeat(32), "undelivered", "30003").then().statusCode(204);

        assertNothingHappened(handover);
    }

    @Test
    void changesNothingAboutADeliveryThatItDoesNotKnow() {
        UUID unknown = UUID.randomUUID();
        Map<String, String> form = form("SM1", "undelivered", "30003");

        post(unknown, form, sign(address(unknown), form)).then().statusCode(204);
    }

    @Test
    void refusesWhatIsNotSigned() {
        String sid = delivered();

        Response refused = post(handover.deliveryId(), form(sid, "undelivered", "30003"), null);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.<String>path("type")).isEqualTo("urn:handover:problem:callback-not-genuine");
        assertNothingHappened(handover);
    }

    @Test
    void refusesAForgedSignature() {
        String sid = delivered();
        Map<String, String> form = form(sid, "undelivered", "30003");
        String genuine = sign(address(handover.deliveryId()), form(sid, "delivered", null));

        post(handover.deliveryId(), form, genuine).then().statusCode(403);
        post(handover.deliveryId(), form, "").then().statusCode(403);
        post(handover.deliveryId(), form, sign("another token", address(handover.deliveryId()), form))
                .then()
                .statusCode(403);

        assertNothingHappened(handover);
    }

    @Test
    void refusesASignatureOfAnotherAddress() {
        String sid = delivered();
        Map<String, String> form = form(sid, "undelivered", "30003");

        post(handover.deliveryId(), form, sign("https://elsewhere.test" + PATH, form))
                .then()
                .statusCode(403);
        post(handover.deliveryId(), form, sign(address(UUID.randomUUID()), form))
                .then()
                .statusCode(403);
        given().header("X-Twilio-Signature", sign(FakeSmsProvider.CALLBACK_URL + PATH, form))
                .formParams(form)
                .post(PATH)
                .then()
                .statusCode(403);

        assertNothingHappened(handover);
    }

    @Test
    void refusesOtherBodies() {
        given().contentType("application/json")
                .body("{}")
                .post(PATH + "?delivery=" + handover.deliveryId())
                .then()
                .statusCode(415);
        given().get(PATH).then().statusCode(405);
    }

    private String delivered() {
        return handover.order(DeliveryMethod.SMS).recordIn("delivered").path("provider_message_id");
    }

    private Response say(String sid, String status, @Nullable String code) {
        Map<String, String> form = form(sid, status, code);
        return post(handover.deliveryId(), form, sign(address(handover.deliveryId()), form));
    }

    /** With a parameter that nobody knows: Twilio adds some without telling. */
    private static Map<String, String> form(String sid, String status, @Nullable String code) {
        var form = new TreeMap<>(
                Map.of("MessageSid", sid, "MessageStatus", status, "To", "+35840", "SomethingNew", "a b&c=d ä"));
        if (code != null) {
            form.put("ErrorCode", code);
        }
        return form;
    }

    private static Response post(UUID delivery, Map<String, String> form, @Nullable String signature) {
        var request = given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .queryParam("delivery", delivery)
                .formParams(form);
        return (signature == null ? request : request.header("X-Twilio-Signature", signature)).post(PATH);
    }

    private static String address(UUID delivery) {
        return FakeSmsProvider.CALLBACK_URL + PATH + "?delivery=" + delivery;
    }

    private static String sign(String address, Map<String, String> form) {
        return sign(FakeSmsProvider.AUTH_TOKEN, address, form);
    }

    /** As Twilio documents it: the address, then names and values in the order of the names; HMAC-SHA1, Base64. */
    private static String sign(String token, String address, Map<String, String> form) {
        var signed = new StringBuilder(address);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
