package io.handover.events.identity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody proves themselves with. */
public enum SignInMethod {
    /** A user name and its password. */
    @JsonProperty("password")
    PASSWORD,
    /** An API token. */
    @JsonProperty("token")
    TOKEN
}
