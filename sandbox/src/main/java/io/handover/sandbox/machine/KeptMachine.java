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
     */
    record Facts(String hostname, int cores, int memoryMib, List<UUID> disks, SshAddress ssh, MachineState state) {

        Facts in(MachineState wanted) {
            return new Facts(hostname, cores, memoryMib, disks, ssh, wanted);
        }
    }

    KeptMachine in(MachineState wanted) {
        return new KeptMachine(facts.in(wanted), passwordHash, sshKeys, hostKey);
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
