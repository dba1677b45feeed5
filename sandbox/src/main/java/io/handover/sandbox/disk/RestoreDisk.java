package io.handover.sandbox.disk;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A disk is to hold what another one holds.
 *
 * @param source the other one, its backup
 */
record RestoreDisk(@NotNull(message = "is required.") UUID source) {}
