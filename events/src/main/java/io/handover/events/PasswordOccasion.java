package io.handover.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Why a root password was made. */
public enum PasswordOccasion {
    /** With its server. */
    @JsonProperty("deployment")
    DEPLOYMENT,
    /** Because somebody asked for a new one. */
    @JsonProperty("rotation")
    ROTATION,
    /** Because the last one came back from where it was sent to. */
    @JsonProperty("bounce")
    BOUNCE;

    /** What an event says; events from before there was a choice say nothing. */
    public static PasswordOccasion of(@Nullable PasswordOccasion said) {
        return said == null ? DEPLOYMENT : said;
    }
}
