package io.handover.notification.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.notification.delivery.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsStatusTest {

    @ParameterizedTest
    @ValueSource(strings = {"undelivered", "failed"})
    void comesBackWithACode(String status) {
        assertThat(SmsStatus.judge(status, "30003"))
                .contains(new Receipt.Returned("the SMS was not delivered (error 30003)"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"30003 your password is x", "1234567", "-1"})
    void quotesNothingButACode(String code) {
        assertThat(SmsStatus.judge("failed", code)).contains(new Receipt.Returned("the SMS was not delivered"));
    }

    @Test
    void arrives() {
        assertThat(SmsStatus.judge("delivered", null)).contains(new Receipt.Arrived());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"accepted", "queued", "sending", "sent", "DELIVERED", "a newer word"})
    void isNotDecided(String status) {
        assertThat(SmsStatus.judge(status, "30003")).isEmpty();
    }
}
