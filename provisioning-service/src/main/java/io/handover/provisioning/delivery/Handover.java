package io.handover.provisioning.delivery;

import io.handover.events.DeliveryMethod;
import io.handover.events.PasswordOccasion;
import java.util.UUID;

/** Whose server's password goes to whom, how, and why there is one. */
public record Handover(
        UUID accountId,
        UUID serverId,
        String hostname,
        UUID requestedBy,
        String requestedByName,
        DeliveryMethod method,
        PasswordOccasion occasion) {}
