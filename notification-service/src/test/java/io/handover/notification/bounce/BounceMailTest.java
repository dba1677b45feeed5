package io.handover.notification.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.notification.delivery.Receipt;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BounceMailTest {

    @ParameterizedTest
    @CsvSource({
        "failed, with 5.1.1",
        "talkative, with 5.1.1",
        "given-up, with 4.4.7",
        "internationalised, with 5.1.1",
        "without-status,''",
        "exim,''",
        "qmail,''"
    })
    void comesBack(String sample, String code) throws MessagingException {
        String reason = "the mail came back" + (code.isEmpty() ? "" : " " + code);

        assertThat(mail(sample).judge()).contains(new Receipt.Returned(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delayed",
                "relayed",
                "delivered",
                "complaint",
                "without-parts",
                "auto-reply",
                "reply",
                "exim-delay",
                "junk"
            })
    void doesNotComeBack(String sample) throws MessagingException {
        assertThat(mail(sample).judge()).isEmpty();
    }

    @Test
    void namesWhomItWasSentTo() throws MessagingException {
        assertThat(mail("failed").recipients())
                .contains("bounces+tag@example.org", "bounces@handover.test")
                .doesNotContain("ada@example.org");
    }

    private static BounceMail mail(String sample) throws MessagingException {
        byte[] raw = Samples.of(sample, "bounces+tag@example.org", "secret").getBytes(StandardCharsets.UTF_8);
        return new BounceMail(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
    }
}
