package io.handover.provisioning.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A place where servers run.
 *
 * @param isPublic {@code yes} or {@code no}
 */
public record Zone(
        String id,
        String description,
        @JsonProperty("public") String isPublic) {}
