package io.handover.sandbox.machine;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.UniqueElements;

/** The disks that a machine is to have, in the order of their addresses. */
record SetDisks(
        @NotNull(message = PutMachine.REQUIRED)
        @Size(max = PutMachine.DISKS_MAX, message = PutMachine.DISKS)
        @UniqueElements(message = PutMachine.DIFFERENT)
        List<@NotNull(message = PutMachine.REQUIRED) UUID> disks) {}
