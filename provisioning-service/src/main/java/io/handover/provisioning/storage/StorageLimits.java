package io.handover.provisioning.storage;

import io.handover.kit.limit.ResourceLimits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Keeps an account's storages together within its limits: GiB per tier. */
@ApplicationScoped
class StorageLimits {

    private final StorageRepository storages;
    private final ResourceLimits limits;

    StorageLimits(StorageRepository storages, ResourceLimits limits) {
        this.storages = storages;
        this.limits = limits;
    }

    /** Refuses what the present transaction has done, if that was too much. */
    Uni<Void> check(UUID accountId) {
        return storages.used(accountId).invoke(this::refuseExcess).replaceWithVoid();
    }

    private void refuseExcess(Map<String, Long> used) {
        refuseExcess("hdd", used, limits.storageHdd());
        refuseExcess("standard", used, limits.storageSsd());
        refuseExcess("maxiops", used, limits.storageMaxiops());
    }

    static void refuseExcess(String tier, Map<String, Long> used, int max) {
        if (used.getOrDefault(tier, 0L) > max) {
            throw StorageRefusals.resourcesExhausted(tier, max);
        }
    }
}
