package io.handover.telemetry.dependency;

import java.util.List;

/** What a process needs outside of itself. The dependencies of each bean of this type are watched. */
@FunctionalInterface
public interface Needs {

    /** The same at each call. */
    List<Dependency> dependencies();
}
