package io.handover.notification.bounce;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;

/**
 * The mailbox that bounces arrive in, by IMAP (RFC 3501); blocks. A mail that was taken is deleted, because it may hold
 * a password that still works. Any other stays, marked as seen, and is not read again.
 */
final class Mailbox {

    /** In one look. */
    private static final int MAILS_MAX = 100;

    private final BounceConfig.Imap config;
    private final String host;
    private final long mailMax;
    private final Session session;

    Mailbox(BounceConfig.Imap config, String host, long mailMax) {
        this.config = config;
        this.host = host;
        this.mailMax = mailMax;
        this.session = Session.getInstance(properties());
    }

    /**
     * Reads what is new.
     *
     * @param takes whether it has taken a mail; when it throws, the mail is new the next time, too
     */
    void read(Predicate<byte[]> takes) throws MessagingException, IOException {
        try (Store store = session.getStore(protocol())) {
            store.connect(
                    host,
                    config.port(),
                    config.user().orElse(""),
                    config.password().orElse(""));
            try (Folder folder = store.getFolder(config.folder())) { // It expunges when it closes.
                folder.open(Folder.READ_WRITE);
                for (Message mail : unseen(folder)) {
                    boolean taken = mail.getSize() <= mailMax && takes.test(bytes(mail));
                    mail.setFlag(taken ? Flags.Flag.DELETED : Flags.Flag.SEEN, true);
                }
            }
        }
    }

    private static List<Message> unseen(Folder folder) throws MessagingException {
        Message[] found = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        return Arrays.stream(found).limit(MAILS_MAX).toList();
    }

    private static byte[] bytes(Message mail) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toByteArray();
    }

    private String protocol() {
        return config.tls() ? "imaps" : "imap";
    }

    /** What is read is not marked as seen by that alone: whoever dies while reading has taken nothing. */
    private Properties properties() {
        String timeout = String.valueOf(config.timeout().toMillis());
        String prefix = "mail." + protocol() + ".";
        var properties = new Properties();
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "connectiontimeout", timeout);
        properties.setProperty(prefix + "timeout", timeout);
        properties.setProperty(prefix + "writetimeout", timeout);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }
}
