package io.handover.notification.bounce;

import io.handover.notification.channel.BounceAddress;
import io.handover.notification.delivery.Receipt;
import io.handover.notification.delivery.Receipts;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what comes back, and tells the deliveries. */
@ApplicationScoped
class BounceService {

    /** More addresses of ours than this are nobody's bounce. */
    private static final int TAGS_MAX = 10;

    private final BounceAddress address;
    private final Receipts receipts;
    private final Session session = Session.getInstance(new Properties());

    BounceService(BounceAddress address, Receipts receipts) {
        this.address = address;
        this.receipts = receipts;
    }

    Uni<Void> takeStatus(UUID deliveryId, String messageId, @Nullable String status, @Nullable String errorCode) {
        return SmsStatus.judge(status, errorCode)
                .map(receipt -> receipts.take(deliveryId, messageId, receipt))
                .orElse(Uni.createFrom().voidItem());
    }

    /**
     * Takes a mail (RFC 5322).
     *
     * @param recipient whom it was for, if its headers need not say so
     * @return whether it was sent to a bounce address, whatever it says
     */
    Uni<Boolean> takeMail(byte[] mail, @Nullable String recipient) {
        return read(mail, recipient).map(this::take).orElse(Uni.createFrom().item(false));
    }

    /** What a mail says, and about which deliveries. */
    private record Said(List<UUID> tags, Optional<Receipt> receipt) {}

    private Uni<Boolean> take(Said said) {
        Uni<Void> taken = Uni.createFrom().voidItem();
        for (UUID tag : said.tags()) {
            taken = taken.chain(() -> said.receipt()
                    .map(receipt -> receipts.take(tag, receipt))
                    .orElse(Uni.createFrom().voidItem()));
        }
        return taken.replaceWith(!said.tags().isEmpty());
    }

    /** Empty when it is no mail. What a parser says of it may quote it, and is not logged. */
    private Optional<Said> read(byte[] raw, @Nullable String recipient) {
        try {
            var mail = new BounceMail(new MimeMessage(session, new ByteArrayInputStream(raw)));
            List<UUID> tags = Stream.concat(Stream.ofNullable(recipient), mail.recipients())
                    .flatMap(address::tagsIn)
                    .distinct()
                    .limit(TAGS_MAX)
                    .toList();
            return Optional.of(new Said(tags, tags.isEmpty() ? Optional.empty() : mail.judge()));
        } catch (MessagingException | RuntimeException unreadable) {
            Log.infof(
                    "bounce mail can't be read error=%s", unreadable.getClass().getName());
            return Optional.empty();
        }
    }
}
