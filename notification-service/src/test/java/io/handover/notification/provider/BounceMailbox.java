package io.handover.notification.provider;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.List;

/** A mailbox that bounces arrive in, behind a real IMAP server. */
public final class BounceMailbox {

    /** Whose subaddresses mails are sent from. */
    public static final String ADDRESS = "bounces@handover.test";

    /** What who posts a bounce must show. */
    public static final String TOKEN = "a callback token";

    static final String USER = "bounces";
    static final String PASSWORD = "a mailbox password";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    /** A mail that lies there. */
    public record Lying(String raw, boolean seen) {}

    void start() {
        server.start();
        server.setUser(ADDRESS, USER, PASSWORD);
    }

    int port() {
        return server.getImap().getPort();
    }

    void stop() {
        server.stop();
    }

    /** A mail arrives. */
    public void receive(String raw) {
        GreenMailUser user = server.getUserManager().getUser(USER);
        user.deliver(GreenMailUtil.newMimeMessage(raw));
    }

    /** Those mails that hold a text, and are still there. */
    public List<Lying> with(String text) {
        return Arrays.stream(server.getReceivedMessages())
                .map(mail -> {
                    try {
                        return new Lying(GreenMailUtil.getWholeMessage(mail), mail.isSet(Flags.Flag.SEEN));
                    } catch (MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .filter(mail -> mail.raw().contains(text))
                .toList();
    }
}
