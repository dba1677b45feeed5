package io.handover.sandbox.machine;

import com.fasterxml.jackson.annotation.JsonProperty;

enum StopType {
    /** The guest is asked, and may not listen. */
    @JsonProperty("soft")
    SOFT,
    /** The plug is pulled. */
    @JsonProperty("hard")
    HARD
}
