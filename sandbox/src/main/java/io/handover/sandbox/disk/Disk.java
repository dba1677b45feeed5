package io.handover.sandbox.disk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disk, as it is asked for and as it is kept.
 *
 * @param source what it is a copy of; null for an empty one
 */
record Disk(
        @Min(value = 1, message = SIZE) @Max(value = 4096, message = SIZE)
        int sizeGib,

        @Nullable UUID source) {

    private static final String SIZE = "must be 1 to 4096.";
}
