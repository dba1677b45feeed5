package io.handover.kit.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void namesTheFieldInItsMessageAndForPrograms() {
        Refusal refusal = Refusal.invalidField("SIZE_INVALID", "size", "must be 10 to 4096.");

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal).hasMessage("size: must be 10 to 4096.");
        assertThat(refusal.invalidParams()).containsExactly(new InvalidParam("size", "must be 10 to 4096."));
        assertThat(refusal.retryAfter()).isEmpty();
    }

    @Test
    void saysWhenToComeBackWhereThatHelps() {
        assertThat(Refusal.busy("Later.").retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(Refusal.tooOften("TOO_MANY_REQUESTS", "Later.", Duration.ofMinutes(2))
                        .retryAfter())
                .contains(Duration.ofMinutes(2));
    }

    /** A refusal is an answer, not a fault: it is cheap to throw. */
    @Test
    void hasNoStackTrace() {
        assertThat(Refusal.conflict("EXISTS", "It exists.").getStackTrace()).isEmpty();
    }
}
