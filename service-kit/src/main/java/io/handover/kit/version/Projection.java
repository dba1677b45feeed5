package io.handover.kit.version;

import io.handover.events.Topic;

/** What follows a topic at its own pace. */
public interface Projection {

    /** {@code <service>.<feature>}, the same for ever. */
    String name();

    /** What it follows. */
    Topic<?> topic();
}
