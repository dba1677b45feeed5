package io.handover.sandbox.machine;

import io.handover.sandbox.password.PasswordHash;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The password that root is to have from now on, whatever it had before.
 *
 * @param passwordId those of later passwords sort later; null when nobody is to be overtaken
 */
record SetRootPassword(
        @Nullable UUID passwordId,

        @NotNull(message = PutMachine.REQUIRED) @Pattern(regexp = PasswordHash.FORM, message = PutMachine.HASH)
        String rootPasswordHash) {

    /** Without the hash. */
    @Override
    public String toString() {
        return "SetRootPassword[***]";
    }
}
