package io.handover.sandbox.machine;

import io.handover.sandbox.ssh.SshAddress;
import java.util.UUID;

record MachineView(UUID id, String hostname, MachineState state, SshAddress ssh) {}
