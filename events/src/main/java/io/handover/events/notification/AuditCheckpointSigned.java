package io.handover.events.notification;

import io.handover.events.AccountScoped;
import java.util.UUID;

/**
 * How long an account's audit trail is, and how it ends. Whoever keeps it is a witness: a trail that does not go
 * through it was changed since.
 *
 * @param checkpoint the signed note, see {@link io.handover.events.audit.Checkpoint}
 */
public record AuditCheckpointSigned(UUID accountId, String checkpoint) implements AuditEvent, AccountScoped {

    @Override
    public String subject() {
        return accountId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
