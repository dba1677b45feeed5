package io.handover.sandbox.machine;

import io.handover.sandbox.password.PasswordHash;
import io.handover.sandbox.ssh.HostKey;
import io.handover.sandbox.ssh.SshAddress;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a machine.
 *
 * @param passwordHash of root; null for no password
 */
record KeptMachine(Facts facts, @Nullable PasswordHash passwordHash, List<String> sshKeys, HostKey hostKey) {

    /**
     * What is no secret.
     *
     * @param state the one it is to be in
     * @param unplug when its guest's time to stop is up; null while nobody waits for that
     */
    record Facts(
            String hostname,
            int cores,
            int memoryMib,
            List<UUID> disks,
            SshAddress ssh,
            MachineState state,
            @Nullable Unplug unplug) {

        /** Nobody waits for what has come, or is not wanted any more. */
        Facts in(MachineState wanted) {
            return new Facts(hostname, cores, memoryMib, disks, ssh, wanted, null);
        }

        Facts with(@Nullable Unplug pending) {
            return new Facts(hostname, cores, memoryMib, disks, ssh, state, pending);
        }

        Facts with(List<UUID> otherDisks) {
            return new Facts(hostname, cores, memoryMib, otherDisks, ssh, state, unplug);
        }

        Facts sized(int otherCores, int otherMemoryMib) {
            return new Facts(hostname, otherCores, otherMemoryMib, disks, ssh, state, unplug);
        }
    }

    KeptMachine with(Facts changed) {
        return new KeptMachine(changed, passwordHash, sshKeys, hostKey);
    }

    KeptMachine withPassword(PasswordHash hash) {
        return new KeptMachine(facts, hash, sshKeys, hostKey);
    }

    /** Without anything secret. */
    @Override
    public String toString() {
        return "KeptMachine[" + facts.hostname() + "]";
    }
}
