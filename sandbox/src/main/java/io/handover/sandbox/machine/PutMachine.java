package io.handover.sandbox.machine;

import io.handover.sandbox.password.PasswordHash;
import io.handover.sandbox.ssh.OpenSshKey;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A machine to be made; it refers to disks that are there. */
record PutMachine(
        @NotNull(message = REQUIRED)
        @Size(max = 253, message = HOSTNAME)
        @Pattern(regexp = LABEL + "(\\." + LABEL + ")*", message = HOSTNAME)
        String hostname,

        @Min(value = 1, message = CORES) @Max(value = 256, message = CORES)
        int cores,

        @Min(value = 256, message = MEMORY) @Max(value = 4_194_304, message = MEMORY)
        int memoryMib,

        @NotNull(message = REQUIRED) @Size(max = 16, message = "must be at most 16.")
        List<@NotNull(message = REQUIRED) UUID> disks,

        @Pattern(regexp = PasswordHash.FORM, message = "must be a SHA-512 crypt hash.") @Nullable
        String rootPasswordHash,

        @NotNull(message = REQUIRED) @Size(max = 32, message = "must be at most 32.")
        List<@NotNull(message = REQUIRED) @OpenSshKey String> sshKeys) {

    private static final String REQUIRED = "is required.";
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String HOSTNAME = "must be a host name of at most 253 characters.";
    private static final String CORES = "must be 1 to 256.";
    private static final String MEMORY = "must be 256 to 4194304.";

    /** Without the hash and the keys. */
    @Override
    public String toString() {
        return "PutMachine[" + hostname + "]";
    }
}
