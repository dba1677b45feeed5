package io.handover.sandbox.machine;

import com.fasterxml.jackson.annotation.JsonProperty;

enum MachineState {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("stopped")
    STOPPED
}
