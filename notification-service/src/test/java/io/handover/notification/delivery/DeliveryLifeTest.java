package io.handover.notification.delivery;

import static io.handover.notification.TestHandover.CREDENTIALS;
import static io.handover.notification.TestHandover.SERVERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.DeliveryMethod;
import io.handover.events.Topics;
import io.handover.events.notification.DeliveryEvent;
import io.handover.events.notification.PasswordDelivered;
import io.handover.notification.TestHandover;
import io.handover.notification.provider.FakeMailServer;
import io.handover.notification.provider.FakeSmsProvider;
import io.handover.notification.provider.Providers;
import io.handover.test.infrastructure.Infrastructure;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(Providers.class)
class DeliveryLifeTest {

    private static final TestTopic<DeliveryEvent> TOPIC = new TestTopic<>(Topics.NOTIFICATION_DELIVERY);

    @Inject
    Rows rows;

    @SuppressWarnings("NullAway.Init") // Providers fills it.
    private FakeMailServer mail;

    @SuppressWarnings("NullAway.Init") // Providers fills it.
    private FakeSmsProvider sms;

    @Test
    void mailsThePasswordOnceTheServerRunsAndNotBefore() {
        var handover = TestHandover.any().openAccount();
        var generated = CREDENTIALS.say(handover.generated(DeliveryMethod.EMAIL));

        Response before = handover.recordAfter(generated);
        SERVERS.say(handover.deployed());
        Response after = handover.recordIn("delivered");

        assertThat(before.<String>path("state")).as(before.asString()).isEqualTo("awaiting");
        assertThat(before.<List<String>>path("states.state")).containsExactly("awaiting");
        assertThat(before.<Object>path("recipient")).isNull();
        assertThat(after.<List<String>>path("states.state")).containsExactly("awaiting", "sending", "delivered");
        var sent = mail.to(handover.email());
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().body().lines())
                .contains("  " + handover.password())
                .anyMatch(line -> line.contains(handover.hostname()))
                .anyMatch(line -> line.contains("passwd"));
        assertThat(sent.getFirst().header("Subject")).contains(handover.hostname());
        assertThat(sent.getFirst().header("From")).isEqualTo("handover@localhost");
        assertThat(after.<String>path("provider_message_id"))
                .isEqualTo(sent.getFirst().header("Message-ID"));
        assertThat(TOPIC.hear(
                                PasswordDelivered.class,
                                event -> event.deliveryId().equals(handover.deliveryId()))
                        .method())
                .isEqualTo(DeliveryMethod.EMAIL);
    }

    @Test
    void keepsARecordAndNothingOfThePassword() {
        var handover = TestHandover.any().order(DeliveryMethod.EMAIL);

        Response record = handover.recordIn("delivered");

        assertThat(record.<String>path("id")).isEqualTo(handover.deliveryId().toString());
        assertThat(record.<String>path("server")).isEqualTo(handover.serverId().toString());
        assertThat(record.<String>path("hostname")).isEqualTo(handover.hostname());
        assertThat(record.<String>path("method")).isEqualTo("email");
        assertThat(record.<String>path("requested_by"))
                .isEqualTo(handover.account().username());
        assertThat(record.<String>path("requested_by_id"))
                .isEqualTo(handover.account().userId().toString());
        assertThat(record.<String>path("recipient")).isEqualTo("a***@example.org");
        assertThat(record.<List<String>>path("states.at"))
                .isSorted()
                .allSatisfy(time -> assertThat(Instant.parse(time)).isBefore(Instant.now()));
        assertThat(record.asString()).doesNotContain(handover.password(), handover.email(), "sealed", "box", "hash");
        assertThat(rows.everythingOf(handover.deliveryId()))
                .hasSize(4)
                .noneMatch(row -> row.contains(handover.password()) || row.contains(handover.email()));
        assertThat(rows.hasBox(handover.deliveryId())).isFalse();
        assertThat(rows.hasKeyOf(handover.deliveryId())).isFalse();
    }

    @Test
    void textsThePassword() {
        var handover = TestHandover.any().order(DeliveryMethod.SMS);

        Response record = handover.recordIn("delivered");

        var sent = sms.to(handover.phone());
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().body().lines())
                .contains("  " + handover.password())
                .anyMatch(line -> line.contains(handover.hostname()));
        assertThat(sent.getFirst().from()).isEqualTo("+15005550006");
        assertThat(record.<String>path("provider_message_id"))
                .isEqualTo(sent.getFirst().sid());
        assertThat(record.<String>path("recipient")).startsWith("+358*****").hasSize(11);
    }

    @Test
    void noticesThatTheServerWasFasterThanThePassword() {
        var handover = TestHandover.any().openAccount();
        var deployed = SERVERS.say(handover.deployed());
        handover.recordAfter(deployed).then().statusCode(404);

        CREDENTIALS.say(handover.generated(DeliveryMethod.EMAIL));

        handover.recordIn("delivered");
        assertThat(mail.to(handover.email())).hasSize(1);
    }

    @Test
    void sendsOnceHoweverOftenItHears() {
        var handover = TestHandover.any().openAccount();
        var generated = CREDENTIALS.say(handover.generated(DeliveryMethod.EMAIL));
        CREDENTIALS.sayAgain(generated);
        var deployed = SERVERS.say(handover.deployed());
        SERVERS.sayAgain(deployed);
        handover.recordIn("delivered");

        CREDENTIALS.sayAgain(generated);
        SERVERS.sayAgain(deployed);
        var other = TestHandover.of(handover.account(), handover.account()).order(DeliveryMethod.SMS);

        other.recordIn("delivered");
        assertThat(mail.to(handover.email())).hasSize(1);
        assertThat(handover.record().<List<String>>path("states.state")).hasSize(3);
    }

    @Test
    void passesOverWhatIsUnknownAndPutsAsideWhatIsPoisoned() {
        var handover = TestHandover.any();
        CREDENTIALS.sayUnknown(handover.generated(DeliveryMethod.EMAIL));
        CREDENTIALS.sayPoison(handover.generated(DeliveryMethod.EMAIL));
        SERVERS.sayUnknown(handover.deployed());
        SERVERS.sayPoison(handover.deployed());

        handover.order(DeliveryMethod.EMAIL);
        CREDENTIALS.dropDeadLetter(handover.serverId());
        SERVERS.dropDeadLetter(handover.account().accountId());

        handover.recordIn("delivered");
    }

    @Test
    void waitsForTheContact() {
        var handover = TestHandover.any();
        var generated = CREDENTIALS.say(handover.generated(DeliveryMethod.EMAIL));
        var deployed = SERVERS.say(handover.deployed());
        handover.recordAfter(generated).then().statusCode(200);
        assertThat(handover.recordAfter(deployed).<String>path("state")).isEqualTo("awaiting");

        handover.openAccount();

        handover.recordIn("delivered");
    }

    @Test
    void onlyNotesWhatWasShown() {
        var handover = TestHandover.any();

        var shown = CREDENTIALS.say(handover.shown());

        Response record = handover.recordAfter(shown);
        assertThat(record.<String>path("state")).isEqualTo("shown");
        assertThat(record.<String>path("method")).isEqualTo("none");
        assertThat(record.<List<String>>path("states.state")).containsExactly("shown");
        assertThat(record.asString()).doesNotContain("recipient", "provider_message_id", "expires_at", "reason");
    }

    @Test
    void triesAgainWhatTheMailServerPutsOff() {
        var handover = TestHandover.any();
        mail.refuse(handover.email(), 451, 421);

        handover.order(DeliveryMethod.EMAIL);

        Response record = handover.recordIn("delivered");
        assertThat(record.<List<String>>path("states.state"))
                .containsExactly("awaiting", "sending", "awaiting", "sending", "awaiting", "sending", "delivered");
        assertThat(record.<String>path("states[2].reason")).isEqualTo("the mail server put it off with 451");
        assertThat(record.<Object>path("reason")).isNull();
        assertThat(mail.to(handover.email())).hasSize(1);
    }

    @Test
    void triesAgainWhatTheSmsProviderPutsOff() {
        var handover = TestHandover.any();
        sms.refuse(handover.phone(), 429, 503);

        handover.order(DeliveryMethod.SMS);

        Response record = handover.recordIn("delivered");
        assertThat(record.<List<String>>path("states.state")).hasSize(7);
        assertThat(sms.to(handover.phone())).hasSize(1);
    }
}
