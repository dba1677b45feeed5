package io.handover.provisioning.deployment;

import io.handover.provisioning.compute.Machine;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Told how a deployment ended, in the transaction in which it does. */
public interface Outcome {

    /** The server answers. */
    Uni<Void> deployed(UUID serverId, Machine machine);

    /** It could not be made, and nothing is left of it. */
    Uni<Void> failed(UUID serverId, String reason);
}
