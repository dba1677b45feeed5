package io.handover.provisioning.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A size of server.
 *
 * @param memoryAmount MiB
 * @param storageSize GiB; 0 for a plan without a disk
 * @param storageTier null, and shown as that, for a plan without a disk
 * @param publicTrafficOut GiB in a month
 */
public record Plan(
        String name,
        int coreNumber,
        int memoryAmount,
        int storageSize,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) @Nullable
        String storageTier,

        int publicTrafficOut,
        String family,
        String currentOffering) {}
