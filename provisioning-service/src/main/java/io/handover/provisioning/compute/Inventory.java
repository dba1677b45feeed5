package io.handover.provisioning.compute;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a back end has of Handover's.
 *
 * @param machines by the ids of their servers
 * @param disks the storages of disks that no machine has, as far as they are machines to the back end as well
 */
public record Inventory(Map<UUID, Machine> machines, Set<UUID> disks) {}
