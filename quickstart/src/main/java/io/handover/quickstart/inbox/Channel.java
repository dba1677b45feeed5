package io.handover.quickstart.inbox;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a message came. */
enum Channel {
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("sms")
    SMS
}
