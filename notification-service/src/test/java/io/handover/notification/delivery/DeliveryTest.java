package io.handover.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.DeliveryMethod;
import io.handover.events.PasswordOccasion;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.notification.delivery.DeliveryState.Expired;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is written down of a delivery. */
class DeliveryTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final String NOT_SET = "the server has not taken the password yet";

    private final Delivery rotation = new Delivery(
            new PasswordGenerated(
                    new UUID(0, 1),
                    new UUID(0, 2),
                    new UUID(0, 3),
                    "web.example.org",
                    new UUID(0, 1),
                    "ada",
                    DeliveryMethod.EMAIL,
                    new UUID(0, 4),
                    "box",
                    NOW,
                    PasswordOccasion.ROTATION),
            NOW);

    @Test
    void waitsForNothingOnceThePasswordIsSet() {
        assertThat(rotation.state().why()).isEqualTo(NOT_SET);

        rotation.passwordIsSet();

        assertThat(rotation.state().why()).isNull();
    }

    @Test
    void keepsWhyItExpiredWhenThePasswordIsSetTooLate() {
        rotation.become(new Expired(NOT_SET), NOW);

        rotation.passwordIsSet();

        assertThat(rotation.state()).isEqualTo(new Expired(NOT_SET));
    }
}
