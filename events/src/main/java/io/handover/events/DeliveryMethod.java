package io.handover.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a root password reaches its owner. */
public enum DeliveryMethod {
    /** Shown once, in the answer to the request that made it. */
    @JsonProperty("none")
    NONE,
    /** Mailed to the account's contact. */
    @JsonProperty("email")
    EMAIL,
    /** Texted to the account's phone. */
    @JsonProperty("sms")
    SMS
}
