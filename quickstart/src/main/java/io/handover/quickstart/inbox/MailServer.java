package io.handover.quickstart.inbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.helper.BasicMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** Takes every mail, unless its {@link Fate} is another. */
final class MailServer implements BasicMessageListener, AutoCloseable {

    private static final int MAIL_BYTES_MAX = 1024 * 1024;
    private static final int PUT_OFF = 451;
    private static final int TRANSACTION_FAILED = 554;
    private static final Duration SLOWNESS = Duration.ofSeconds(3);

    /** Longer than any client waits. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final Messages messages;
    private final Fates fates;
    private final Clock clock;
    private final SMTPServer server;

    private MailServer(Messages messages, Fates fates, Clock clock, InetAddress host, int port) {
        this.messages = messages;
        this.fates = fates;
        this.clock = clock;
        this.server = SMTPServer.port(port)
                .bindAddress(host)
                .hostName("localhost")
                .maxMessageSize(MAIL_BYTES_MAX)
                .messageHandler(this)
                .build();
    }

    static MailServer open(Messages messages, Fates fates, Clock clock, InetAddress host, int port) {
        var mail = new MailServer(messages, fates, clock, host, port);
        mail.server.start();
        return mail;
    }

    /** Called once for each recipient. */
    @Override
    public void messageArrived(@Nullable MessageContext context, @Nullable String from, String to, byte[] data)
            throws RejectException {
        switch (fates.ofMailTo(to)) {
            case REFUSED -> throw new RejectException(TRANSACTION_FAILED, "Nobody wants this mail");
            case PUT_OFF -> throw new RejectException(PUT_OFF, "Not now");
            case SLOW -> {
                take(from, to, data);
                pause(SLOWNESS);
            }
            case UNANSWERED -> {
                take(from, to, data);
                pause(SILENCE);
            }
            case TAKEN -> take(from, to, data);
        }
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(@Nullable String from, String to, byte[] data) throws RejectException {
        try {
            var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(data));
            messages.add(new Message(
                    Channel.EMAIL,
                    to,
                    Objects.requireNonNullElse(mail.getHeader("From", ", "), Objects.requireNonNullElse(from, "")),
                    Objects.requireNonNullElse(mail.getSubject(), ""),
                    text(mail).replace("\r\n", "\n"),
                    clock.instant()));
        } catch (MessagingException | IOException unreadable) {
            throw new RejectException(TRANSACTION_FAILED, "This is no mail");
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    /** The first text in it; in a mail of several forms that is the plain one (RFC 2046, section 5.1.4). */
    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof String text) {
            return text;
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                BodyPart inner = parts.getBodyPart(at);
                String text = text(inner);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
