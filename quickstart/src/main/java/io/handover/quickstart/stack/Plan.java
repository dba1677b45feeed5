package io.handover.quickstart.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a process is to be started.
 *
 * @param tier when it stops
 * @param environment what it finds beside the launcher's own environment
 * @param folder where it runs
 * @param health what answers 200 when it is ready; empty when it says so itself
 */
record Plan(
        String name,
        Tier tier,
        List<String> command,
        Map<String, String> environment,
        Path folder,
        Path log,
        Optional<URI> health) {

    /** The same, with its health elsewhere. */
    Plan healthyAt(URI elsewhere) {
        return new Plan(name, tier, command, environment, folder, log, Optional.of(elsewhere));
    }

    /** Without the environment, which holds secrets. */
    @Override
    public String toString() {
        return name;
    }
}
