package io.handover.sandbox.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.handover.sandbox.ssh.SshAddress;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A machine as it is.
 *
 * @param unplug when its plug will be pulled; absent while nobody waits for it to stop
 */
record MachineView(
        UUID id,
        String hostname,
        int cores,
        int memoryMib,
        List<UUID> disks,
        MachineState state,
        SshAddress ssh,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Unplug unplug) {}
