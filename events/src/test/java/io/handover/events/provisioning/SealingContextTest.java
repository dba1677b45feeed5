package io.handover.events.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.DeliveryMethod;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SealingContextTest {

    private static final Instant SOON = Instant.parse("2026-11-24T10:00:00.123Z");

    /** Boxes in Kafka were sealed to these bytes: changing one of them makes all of them unreadable. */
    @Test
    void isTheSameOnBothSides() {
        assertThat(new SealingContext(id(1), id(2), id(3), DeliveryMethod.EMAIL, id(4), SOON).bytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("handover.password.v1|00000000-0000-0001-0000-000000000001|"
                        + "00000000-0000-0002-0000-000000000002|00000000-0000-0003-0000-000000000003|EMAIL|"
                        + "00000000-0000-0004-0000-000000000004|1795514400123");
    }

    @Test
    void differsWithWhateverItBinds() {
        var contexts = Stream.of(
                new SealingContext(id(1), id(2), id(3), DeliveryMethod.EMAIL, id(4), SOON),
                new SealingContext(id(9), id(2), id(3), DeliveryMethod.EMAIL, id(4), SOON),
                new SealingContext(id(1), id(9), id(3), DeliveryMethod.EMAIL, id(4), SOON),
                new SealingContext(id(1), id(2), id(9), DeliveryMethod.EMAIL, id(4), SOON),
                new SealingContext(id(1), id(2), id(3), DeliveryMethod.SMS, id(4), SOON),
                new SealingContext(id(1), id(2), id(3), DeliveryMethod.EMAIL, id(9), SOON),
                new SealingContext(id(1), id(2), id(3), DeliveryMethod.EMAIL, id(4), SOON.plusMillis(1)));

        assertThat(contexts.map(context -> new String(context.bytes(), StandardCharsets.UTF_8)))
                .doesNotHaveDuplicates()
                .hasSize(7);
    }

    @Test
    void isWhatAGeneratedPasswordSaysItIs() {
        PasswordGenerated generated = new PasswordGenerated(
                id(1), id(2), id(3), "web", id(1), "ada", DeliveryMethod.SMS, id(4), "box", SOON, null);

        assertThat(generated.context())
                .isEqualTo(new SealingContext(id(1), id(2), id(3), DeliveryMethod.SMS, id(4), SOON));
    }

    private static UUID id(long number) {
        return new UUID(number, number);
    }
}
