package io.handover.notification.provider;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that keeps what it takes. */
public final class FakeMailServer {

    /** Takes the mail, and does not say so. */
    public static final int SILENCE = 0;

    private static final long SILENCE_SECONDS = 15;

    private final Refusals refusals = new Refusals();
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final SMTPServer server = SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .insertReceivedHeaders(false)
            .messageHandlerFactory(this::handler)
            .build();

    /** A mail as it came, with its envelope. */
    public record Mail(String from, String to, String raw) {

        /** After the headers. */
        public String body() {
            return raw.substring(raw.indexOf("\r\n\r\n") + 4);
        }

        /** The value of a header that stands on one line. */
        public String header(String name) {
            return raw.lines()
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElseThrow();
        }
    }

    void start() {
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    void stop() {
        over.countDown();
        server.stop();
    }

    /** The next mails to somebody are answered with these codes. */
    public void refuse(String to, int... codes) {
        refusals.add(to, codes);
    }

    /** What somebody got. */
    public List<Mail> to(String address) {
        return mails.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    private MessageHandler handler(MessageContext context) {
        return new MessageHandler() {

            private String from = "";
            private String to = "";

            @Override
            public void from(String address) {
                from = address;
            }

            @Override
            public void recipient(String address) {
                to = address;
            }

            @Override
            public String data(InputStream data) throws RejectException, IOException {
                var mail = new Mail(from, to, new String(data.readAllBytes(), StandardCharsets.UTF_8));
                int code = refusals.next(to).orElse(250);
                if (code >= 400) {
                    throw new RejectException(code, "not " + to);
                }
                mails.add(mail);
                if (code == SILENCE) {
                    keepSilent();
                }
                return "taken";
            }

            @Override
            public void done() {}
        };
    }

    private void keepSilent() {
        try {
            if (over.await(SILENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the tests are over");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
