package io.handover.provisioning.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A place where servers run.
 *
 * @param host the one that its servers run on; shown with them only
 * @param isPublic {@code yes} or {@code no}
 */
public record Zone(
        String id,
        String description,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        long host,

        @JsonProperty("public") String isPublic) {}
