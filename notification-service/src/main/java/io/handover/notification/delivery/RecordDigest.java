package io.handover.notification.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.handover.events.audit.AuditChain;
import io.handover.events.audit.CanonicalJson;
import io.handover.notification.audit.DeliveryRecords;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sums a delivery's record up for the audit trail. The record tells nothing of the password, so neither does this. */
@ApplicationScoped
class RecordDigest implements DeliveryRecords {

    /**
     * Whether the message arrived may be heard any time after, and what to do follows from that and from the server.
     */
    private static final Set<String> ADDED_LATER = Set.of("advice", "arrived_at");

    private final DeliveryService deliveries;
    private final ObjectMapper json;

    RecordDigest(DeliveryService deliveries, ObjectMapper json) {
        this.deliveries = deliveries;
        this.json = json;
    }

    @Override
    public Uni<Optional<String>> digest(UUID deliveryId) {
        return deliveries.find(deliveryId).map(found -> found.map(this::digest));
    }

    private String digest(DeliveryView view) {
        Map<String, Object> record = json.convertValue(view, new TypeReference<>() {});
        record.keySet().removeAll(ADDED_LATER);
        return AuditChain.sha256(CanonicalJson.of(record));
    }
}
