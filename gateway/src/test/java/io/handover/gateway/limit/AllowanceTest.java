package io.handover.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import io.handover.gateway.refusal.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private final Allowance<String> twoAnHour = new Allowance<>(new Rate(2, 1, Duration.ofHours(1)));

    @Test
    void allowsTheBurstAndNoMore() {
        twoAnHour.take("ada");
        twoAnHour.take("ada");

        assertThatThrownBy(() -> twoAnHour.take("ada"))
                .asInstanceOf(type(Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(429);
                    assertThat(Integer.parseInt(refusal.headers().get("Retry-After")))
                            .isBetween(3590, 3600);
                });
    }

    @Test
    void countsEachKeyApart() {
        twoAnHour.take("ada");
        twoAnHour.take("ada");

        assertThatCode(() -> twoAnHour.take("bob")).doesNotThrowAnyException();
    }

    @Test
    void takesBackWhatDidNotCountButNeverMoreThanTheBurst() {
        twoAnHour.take("ada");
        twoAnHour.giveBack("ada");
        twoAnHour.giveBack("ada");
        twoAnHour.take("ada");
        twoAnHour.take("ada");

        assertThatThrownBy(() -> twoAnHour.take("ada")).isInstanceOf(Refusal.class);
    }

    @Test
    void refillsWithTime() {
        Allowance<String> quick = new Allowance<>(new Rate(1, 1, Duration.ofMillis(200)));
        quick.take("ada");

        await().untilAsserted(() -> assertThatCode(() -> quick.take("ada")).doesNotThrowAnyException());
    }

    private record Rate(int burst, int sustained, Duration period) implements LimitConfig.Rate {}
}
