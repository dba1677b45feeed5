package io.handover.notification.audit;

import io.handover.events.audit.AuditLine;
import io.handover.kit.inbox.Received;
import io.handover.kit.origin.Origin;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a line tells, as the texts that are hashed, stored and exported; each of {@link AuditLine#FACTS}. */
final class Facts {

    private Facts() {}

    static Map<String, @Nullable String> of(UUID account, Received<?> received, Deed deed) {
        Origin origin = received.origin();
        return of(
                asStored(received.occurredAt()),
                origin.actor().orElse(null),
                origin.actorToken().map(UUID::toString).orElse(null),
                origin.clientAddress().orElse(null),
                deed.action(),
                deed.targetType(),
                deed.targetId(),
                deed.targetName().orElse(null),
                deed.success() ? "success" : "failure",
                deed.detail().orElse(null),
                received.eventId().toString(),
                account.toString());
    }

    /** In the order of {@link AuditLine#FACTS}; the database knows no empty texts here. */
    static Map<String, @Nullable String> of(@Nullable String... texts) {
        Map<String, @Nullable String> facts = new LinkedHashMap<>();
        Iterator<@Nullable String> each = Arrays.asList(texts).iterator();
        AuditLine.FACTS.forEach(name -> facts.put(name, presence(each.next())));
        return facts;
    }

    /** PostgreSQL keeps microseconds. */
    static String asStored(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).toString();
    }

    private static @Nullable String presence(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
