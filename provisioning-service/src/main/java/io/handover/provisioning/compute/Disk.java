package io.handover.provisioning.compute;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disk to be made.
 *
 * @param source the template or storage it is a copy of; null for an empty one
 * @param zone where it is to be
 */
public record Disk(UUID storageId, int sizeGib, @Nullable UUID source, String zone) {}
