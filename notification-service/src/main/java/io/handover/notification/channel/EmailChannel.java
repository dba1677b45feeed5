package io.handover.notification.channel;

import io.handover.events.DeliveryMethod;
import io.handover.notification.channel.SendResult.Accepted;
import io.handover.notification.channel.SendResult.Refused;
import io.handover.notification.channel.SendResult.TryLater;
import io.handover.notification.channel.SendResult.Uncertain;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;

/** E-mail, by SMTP. */
@ApplicationScoped
class EmailChannel implements Channel {

    /** About our own account at the mail server (RFC 4954): the operator can mend it, so it is not for good. */
    private static final Set<Integer> OUR_CREDENTIALS = Set.of(530, 534, 535, 538);

    private final ReactiveMailer mailer;
    private final EmailConfig config;
    private final BounceAddress bounceAddress;

    EmailChannel(ReactiveMailer mailer, EmailConfig config, BounceAddress bounceAddress) {
        this.mailer = mailer;
        this.config = config;
        this.bounceAddress = bounceAddress;
    }

    @Override
    public DeliveryMethod method() {
        return DeliveryMethod.EMAIL;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public Uni<SendResult> send(PasswordMessage message) {
        // The same at each attempt: who gets a mail twice after all can see that it is the same.
        String messageId = "<" + message.deliveryId() + "@" + config.messageIdDomain() + ">";
        Mail mail = mail(message, messageId);
        bounceAddress.of(message.bounceTag()).ifPresent(mail::setBounceAddress);
        return mailer.send(mail)
                .<SendResult>map(sent -> new Accepted(messageId))
                .onFailure()
                .recoverWithItem(EmailChannel::judge);
    }

    /** The mailer takes a String, which can't be wiped. It is not kept: it becomes garbage when the send ends. */
    private static Mail mail(PasswordMessage message, String messageId) {
        String body =
                Texts.email(message.hostname(), message.password().reveal()).render();
        return Mail.withText(message.to(), "Your server " + message.hostname() + " is ready", body)
                .addHeader("Message-ID", messageId)
                .addHeader("Auto-Submitted", "auto-generated"); // RFC 3834, section 5: no vacation replies, please.
    }

    static SendResult judge(Throwable failure) {
        if (failure instanceof SMTPException answered) {
            int code = answered.getReplyCode();
            boolean isForGood = answered.isPermanent() && !OUR_CREDENTIALS.contains(code);
            return isForGood
                    ? new Refused("the mail server refused it with " + code)
                    : new TryLater("the mail server put it off with " + code);
        }
        if (failure instanceof ConnectException || failure instanceof UnknownHostException) {
            return new TryLater("the mail server can't be reached");
        }
        return new Uncertain("the connection to the mail server broke");
    }
}
