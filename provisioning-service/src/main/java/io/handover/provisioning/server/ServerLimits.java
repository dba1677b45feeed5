package io.handover.provisioning.server;

import io.handover.provisioning.catalogue.Catalogue;
import io.handover.provisioning.catalogue.Limits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Keeps an account's servers together within what the catalogue allows. */
@ApplicationScoped
class ServerLimits {

    private final ServerRepository servers;
    private final Catalogue catalogue;

    ServerLimits(ServerRepository servers, Catalogue catalogue) {
        this.servers = servers;
        this.catalogue = catalogue;
    }

    /** Refuses what the present transaction has done, if that was too much. */
    Uni<Void> check(UUID accountId) {
        return servers.used(accountId)
                .invoke(used -> refuseExcess(used, catalogue.limits()))
                .replaceWithVoid();
    }

    static void refuseExcess(Used used, Limits limits) {
        if (used.cores() > limits.cores()) {
            throw ServerRefusals.tooManyCores(limits.cores());
        }
        if (used.memory() > limits.memory()) {
            throw ServerRefusals.tooMuchMemory(limits.memory());
        }
    }

    /**
     * What all servers of an account have together.
     *
     * @param memory MiB
     */
    record Used(long cores, long memory) {}
}
