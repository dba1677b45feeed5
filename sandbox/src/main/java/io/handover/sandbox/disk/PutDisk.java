package io.handover.sandbox.disk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disk to be made.
 *
 * @param source what it is a copy of: another disk, or a template that is not kept here; null for an empty one
 */
record PutDisk(@DiskSize int sizeGib, @Nullable UUID source) {}
