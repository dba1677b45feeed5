package io.handover.quickstart.inbox;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** A mail server, an SMS provider, and a page that shows what they took. */
public final class Inbox implements AutoCloseable {

    private final Messages messages = new Messages();
    private final Fates fates = new Fates();
    private final WebServer page;
    private final WebServer sms;
    private final MailServer mail;

    private Inbox(InetAddress host, Ports ports, SmsAccount account, Clock clock) {
        page = WebServer.open(host, ports.page(), new InboxPage(messages));
        sms = WebServer.open(host, ports.sms(), new SmsProvider(messages, fates, account, clock));
        mail = MailServer.open(messages, fates, clock, host, ports.mail());
    }

    /** Opens it on an address of this host; what arrives is lost when it closes. */
    public static Inbox open(InetAddress host, Ports ports, SmsAccount account, Clock clock) {
        return new Inbox(host, ports, account, clock);
    }

    /** Where the messages can be looked at. */
    public URI uri() {
        return URI.create("http://localhost:" + page.port());
    }

    /** From now on every message has this fate, whoever gets it; null leaves it to the recipients again. */
    public void trouble(@Nullable Fate fate) {
        fates.trouble(fate);
    }

    @Override
    public void close() {
        mail.close();
        sms.close();
        page.close();
    }

    /** Where it listens. */
    public record Ports(int page, int mail, int sms) {}
}
