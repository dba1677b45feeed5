package io.handover.notification.bounce;

import io.handover.notification.delivery.Receipt;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jspecify.annotations.Nullable;

/**
 * A mail that was sent to a bounce address: what it says of the mail that it answers. Nothing of it is kept but a
 * status code, because it may hold the message that it is about.
 *
 * @param message as it came
 */
record BounceMail(MimeMessage message) {

    /** RFC 3463, section 2: 5 is permanent; a delay that was given up is 4. */
    private static final Pattern FAILURE = Pattern.compile("[45]\\.\\d{1,3}\\.\\d{1,3}");

    /** Where mail systems write down whom a mail was for. */
    private static final String[] RECIPIENTS = {"To", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"};

    /** {@code https://cr.yp.to/proto/qsbmf.txt}, section 2: qmail's bounces begin so. */
    private static final String QMAIL = "Hi. This is the";

    /** All that may be the address it was sent to. */
    Stream<String> recipients() throws MessagingException {
        @Nullable String[] headers = new String[RECIPIENTS.length];
        for (int i = 0; i < RECIPIENTS.length; i++) {
            headers[i] = message.getHeader(RECIPIENTS[i], ", ");
        }
        return Stream.of(headers).flatMap(Stream::ofNullable);
    }

    /** Empty when it does not say that the mail will not arrive: a delay, a relay, an absence note, or junk. */
    Optional<Receipt> judge() {
        try {
            Optional<String> failure = message.isMimeType("multipart/report") ? reported() : plain();
            return failure.map(status -> new Receipt.Returned("the mail came back" + status));
        } catch (MessagingException | IOException unreadable) {
            return Optional.empty();
        }
    }

    /** A delivery status notification (RFC 3464), also of an internationalised address (RFC 6533). */
    private Optional<String> reported() throws MessagingException, IOException {
        var parts = new MimeMultipart(message.getDataHandler().getDataSource());
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
                return failure(new DeliveryStatus(part.getInputStream()));
            }
        }
        return Optional.empty();
    }

    /** Each mail has one recipient; a mail system may have passed it on to several. */
    private static Optional<String> failure(DeliveryStatus report) {
        return IntStream.range(0, report.getRecipientDSNCount())
                .mapToObj(report::getRecipientDSN)
                .filter(recipient -> "failed".equalsIgnoreCase(field(recipient, "Action")))
                .map(recipient -> FAILURE.matcher(field(recipient, "Status")))
                .map(status -> status.lookingAt() ? " with " + status.group() : "")
                .findFirst();
    }

    private static String field(InternetHeaders recipient, String name) {
        String value = recipient.getHeader(name, null);
        return value == null ? "" : value.strip();
    }

    /** From a mail system that does not report: Exim names the addresses that failed, qmail has words of its own. */
    private Optional<String> plain() throws MessagingException, IOException {
        return message.getHeader("X-Failed-Recipients") != null || isOfQmail() ? Optional.of("") : Optional.empty();
    }

    private boolean isOfQmail() throws MessagingException, IOException {
        byte[] start = message.getRawInputStream().readNBytes(QMAIL.length());
        return QMAIL.equals(new String(start, StandardCharsets.US_ASCII));
    }
}
