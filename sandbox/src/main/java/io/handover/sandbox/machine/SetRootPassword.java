package io.handover.sandbox.machine;

import io.handover.sandbox.password.PasswordHash;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The password that root is to have from now on, whatever it had before. */
record SetRootPassword(
        @NotNull(message = PutMachine.REQUIRED) @Pattern(regexp = PasswordHash.FORM, message = PutMachine.HASH)
        String rootPasswordHash) {

    /** Without the hash. */
    @Override
    public String toString() {
        return "SetRootPassword[***]";
    }
}
