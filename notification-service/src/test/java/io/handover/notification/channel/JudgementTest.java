package io.handover.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.exception.ApiException;
import io.handover.notification.channel.SendResult.Refused;
import io.handover.notification.channel.SendResult.TryLater;
import io.handover.notification.channel.SendResult.Uncertain;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider's answer means. */
class JudgementTest {

    @ParameterizedTest
    @ValueSource(ints = {421, 450, 451, 452, 530, 535})
    void triesAgainWhenTheMailServerPutsOff(int code) {
        assertThat(EmailChannel.judge(smtp(code))).isEqualTo(new TryLater("the mail server put it off with " + code));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 550, 552, 554})
    void givesUpWhenTheMailServerRefuses(int code) {
        assertThat(EmailChannel.judge(smtp(code))).isEqualTo(new Refused("the mail server refused it with " + code));
    }

    @Test
    void triesAgainWhenTheMailServerWasNotReached() {
        assertThat(EmailChannel.judge(new ConnectException("refused"))).isInstanceOf(TryLater.class);
        assertThat(EmailChannel.judge(new UnknownHostException("mail"))).isInstanceOf(TryLater.class);
    }

    @Test
    void doesNotGuessWhenTheConnectionBreaks() {
        assertThat(EmailChannel.judge(new IOException("reset"))).isInstanceOf(Uncertain.class);
        assertThat(SmsChannel.judge(new IOException("reset"))).isInstanceOf(Uncertain.class);
        assertThat(SmsChannel.judge(new HttpTimeoutException("slow"))).isInstanceOf(Uncertain.class);
    }

    @Test
    void triesAgainWhenTheSmsProviderWasNotReached() {
        assertThat(SmsChannel.judge(new ConnectException("refused"))).isInstanceOf(TryLater.class);
        assertThat(SmsChannel.judge(new HttpConnectTimeoutException("slow"))).isInstanceOf(TryLater.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 503})
    void triesAgainWhenTheSmsProviderPutsOff(int status) {
        assertThat(SmsChannel.judge(twilio(20000, status)))
                .isEqualTo(new TryLater("the SMS provider put it off with " + status + " (error 20000)"));
    }

    @Test
    void givesUpWhenTheSmsProviderRefuses() {
        assertThat(SmsChannel.judge(twilio(21211, 400)))
                .isEqualTo(new Refused("the SMS provider refused it with 400 (error 21211)"));
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void doesNotGuessWhatSomebodyInBetweenMeans(int status) {
        assertThat(SmsChannel.judge(twilio(0, status))).isInstanceOf(Uncertain.class);
    }

    @Test
    void doesNotGuessWhatCanNotBeRead() {
        assertThat(SmsChannel.judge(new ApiException("<html>"))).isInstanceOf(Uncertain.class);
    }

    private static SMTPException smtp(int code) {
        return new SMTPException("no", code, List.of(code + " for ada@example.org"), false);
    }

    private static ApiException twilio(int error, int status) {
        return new ApiException("no +358401234567", error, null, status, null);
    }
}
