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
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** A machine to be made; it refers to disks that are there. */
record PutMachine(
        @NotNull(message = REQUIRED)
        @Size(max = 253, message = HOSTNAME)
        @Pattern(regexp = LABEL + "(\\." + LABEL + ")*", message = HOSTNAME)
        String hostname,

        @Min(value = 1, message = CORES) @Max(value = CORES_MAX, message = CORES)
        int cores,

        @Min(value = MEMORY_MIN, message = MEMORY) @Max(value = MEMORY_MAX, message = MEMORY)
        int memoryMib,

        @NotNull(message = REQUIRED) @Size(max = DISKS_MAX, message = DISKS) @UniqueElements(message = DIFFERENT)
        List<@NotNull(message = REQUIRED) UUID> disks,

        @Pattern(regexp = PasswordHash.FORM, message = HASH) @Nullable
        String rootPasswordHash,

        @NotNull(message = REQUIRED) @Size(max = 32, message = "must be at most 32.")
        List<@NotNull(message = REQUIRED) @OpenSshKey String> sshKeys) {

    static final int CORES_MAX = 256;
    static final int MEMORY_MIN = 256;
    static final int MEMORY_MAX = 4_194_304;
    static final int DISKS_MAX = 16;
    static final String REQUIRED = "is required.";
    static final String HASH = "must be a SHA-512 crypt hash.";
    static final String CORES = "must be 1 to 256.";
    static final String MEMORY = "must be 256 to 4194304.";
    static final String DISKS = "must be at most 16.";
    static final String DIFFERENT = "must be different ones.";

    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String HOSTNAME = "must be a host name of at most 253 characters.";

    /** Without the hash and the keys. */
    @Override
    public String toString() {
        return "PutMachine[" + hostname + "]";
    }
}
