package io.handover.provisioning.server;

import io.handover.kit.limit.ResourceLimits;
import io.handover.kit.sql.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Keeps an account's servers together within its resource limits. */
@ApplicationScoped
class ServerLimits {

    /** Two changes of one account that are under way would each find room for themselves alone. */
    private static final String LOCK = "select 1, cast(pg_advisory_xact_lock(7306001, hashtext(:account)) as text)";

    private final ServerRepository servers;
    private final ResourceLimits limits;

    ServerLimits(ServerRepository servers, ResourceLimits limits) {
        this.servers = servers;
        this.limits = limits;
    }

    /** Refuses what the present transaction has done, if that was too much. */
    Uni<Void> check(UUID accountId) {
        return Sql.rows(LOCK, Map.of("account", accountId.toString()))
                .chain(() -> servers.used(accountId))
                .invoke(used -> refuseExcess(used, limits))
                .replaceWithVoid();
    }

    static void refuseExcess(Used used, ResourceLimits limits) {
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
