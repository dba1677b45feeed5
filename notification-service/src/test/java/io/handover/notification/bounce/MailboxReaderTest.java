package io.handover.notification.bounce;

import static io.handover.notification.bounce.Returned.assertBounced;
import static io.handover.notification.bounce.Returned.assertNothingHappened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.DeliveryMethod;
import io.handover.notification.TestHandover;
import io.handover.notification.provider.BounceMailbox;
import io.handover.notification.provider.FakeMailServer;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MailboxReaderTest {

    private static final int MAIL_MAX = 256 * 1024;

    private final TestHandover handover = TestHandover.any();

    @SuppressWarnings("NullAway.Init") // Providers fills it.
    private FakeMailServer mail;

    @SuppressWarnings("NullAway.Init") // Providers fills it.
    private BounceMailbox mailbox;

    @Test
    void takesABounceOnceAndLeavesNothingOfIt() {
        String sender = delivered();

        mailbox.receive(sample("failed", sender));
        mailbox.receive(sample("failed", sender));

        awaitGone(sender);
        assertBounced(handover, "the mail came back with 5.1.1");
    }

    @Test
    void deletesWhatIsNoBounceButMayHoldAMessage() {
        String sender = delivered();

        mailbox.receive(sample("delayed", sender));
        mailbox.receive(sample("auto-reply", sender));

        awaitGone(sender);
        assertNothingHappened(handover);
    }

    @Test
    void leavesWhatIsNotOursAndGoesOn() {
        String sender = delivered();
        String elsewhere = "bounces+" + handover.deliveryId() + "@elsewhere.test";
        var other = TestHandover.any();
        String large = delivered(other);

        mailbox.receive(sample("failed", elsewhere));
        mailbox.receive(sample("failed", large) + "x".repeat(MAIL_MAX));
        mailbox.receive(sample("qmail", sender));

        awaitGone(sender);
        assertBounced(handover, "the mail came back");
        assertThat(mailbox.with(elsewhere)).singleElement().matches(BounceMailbox.Lying::seen);
        assertThat(mailbox.with(large)).singleElement().matches(BounceMailbox.Lying::seen);
        assertNothingHappened(other);
    }

    private String delivered() {
        return delivered(handover);
    }

    private String delivered(TestHandover handover) {
        handover.order(DeliveryMethod.EMAIL).recordIn("delivered");
        return mail.to(handover.email()).getFirst().from();
    }

    private String sample(String name, String address) {
        return Samples.of(name, address, handover.password());
    }

    private void awaitGone(String text) {
        await().untilAsserted(() -> assertThat(mailbox.with(text)).isEmpty());
    }
}
