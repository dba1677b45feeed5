package io.handover.identity.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** The work a guess costs. OWASP's first choice for Argon2id. */
@ConfigMapping(prefix = "handover.identity.password")
interface PasswordConfig {

    /** Memory of one computation, in KiB. */
    @WithDefault("19456")
    @Min(8)
    @Max(1048576)
    int memoryKib();

    /** Passes over the memory. */
    @WithDefault("2")
    @Min(1)
    @Max(10)
    int passes();

    /** How many computations run at once; each takes a processor and its memory. */
    @WithDefault("2")
    @Min(1)
    @Max(16)
    int concurrency();

    /**
     * How many computations may wait, those of strangers in half of the places; beyond, requests are refused with 503.
     */
    @WithDefault("64")
    @Min(1)
    @Max(10000)
    int queue();
}
