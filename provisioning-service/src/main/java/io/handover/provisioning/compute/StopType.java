package io.handover.provisioning.compute;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a machine is made to stop. */
public enum StopType {
    /** The guest is asked to, and may take its time or not listen at all. */
    @JsonProperty("soft")
    SOFT,
    /** The plug is pulled: at once, whatever the guest does. */
    @JsonProperty("hard")
    HARD
}
