package io.handover.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "handover.gateway.limit")
interface LimitConfig {

    /** Requests of one user. */
    Requests requests();

    /** Requests without a credential, such as sign-ups, from one address. */
    Open open();

    /** What one address of a provider comes back with. */
    Callbacks callbacks();

    /** Sign-ins that failed, from one address. */
    FailedSignIns failedSignIns();

    /** A token bucket. */
    interface Rate {

        /** How many at once. */
        int burst();

        /** How many per period in the long run. */
        int sustained();

        /** The period. */
        Duration period();
    }

    /** Generous: 200 at once and 50 a second. */
    interface Requests extends Rate {

        @Override
        @WithDefault("200")
        int burst();

        @Override
        @WithDefault("50")
        int sustained();

        @Override
        @WithDefault("1s")
        Duration period();
    }

    /** 60 a minute. */
    interface Open extends Rate {

        @Override
        @WithDefault("60")
        int burst();

        @Override
        @WithDefault("60")
        int sustained();

        @Override
        @WithDefault("1m")
        Duration period();
    }

    /** 200 at once and 50 a second: a provider has few addresses, and says several things of each message. */
    interface Callbacks extends Rate {

        @Override
        @WithDefault("200")
        int burst();

        @Override
        @WithDefault("50")
        int sustained();

        @Override
        @WithDefault("1s")
        Duration period();
    }

    /** 30 a minute. */
    interface FailedSignIns extends Rate {

        @Override
        @WithDefault("30")
        int burst();

        @Override
        @WithDefault("30")
        int sustained();

        @Override
        @WithDefault("1m")
        Duration period();
    }
}
