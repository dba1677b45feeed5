package io.handover.provisioning.compute;

import java.time.Duration;
import java.util.Optional;

/**
 * How a machine is to be stopped, be it for good or to be started again.
 *
 * @param timeout how long a guest that is asked has, from a second to a day; a hard stop does not wait
 * @param destroyOnTimeout whether the back end then pulls the plug by itself; otherwise the machine goes on running
 */
public record StopRequest(StopType type, Optional<Duration> timeout, boolean destroyOnTimeout) {

    /** The guest is asked, and that is all. */
    public static final StopRequest SOFT = new StopRequest(StopType.SOFT, Optional.empty(), false);

    /** The plug is pulled. */
    public static final StopRequest HARD = new StopRequest(StopType.HARD, Optional.empty(), false);

    /** The guest is asked; when it has not stopped in time, the plug is pulled. */
    public static StopRequest within(Duration timeout) {
        return new StopRequest(StopType.SOFT, Optional.of(timeout), true);
    }
}
