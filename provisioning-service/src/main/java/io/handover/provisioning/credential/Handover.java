package io.handover.provisioning.credential;

import io.handover.events.DeliveryMethod;
import java.util.UUID;

/** Whose server's password goes to whom, and how. */
public record Handover(
        UUID accountId,
        UUID serverId,
        String hostname,
        UUID requestedBy,
        String requestedByName,
        DeliveryMethod method) {}
