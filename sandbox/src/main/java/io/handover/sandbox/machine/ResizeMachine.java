package io.handover.sandbox.machine;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** The size that a machine is to have, which does not run. */
record ResizeMachine(
        @Min(value = 1, message = PutMachine.CORES) @Max(value = PutMachine.CORES_MAX, message = PutMachine.CORES)
        int cores,

        @Min(value = PutMachine.MEMORY_MIN, message = PutMachine.MEMORY)
        @Max(value = PutMachine.MEMORY_MAX, message = PutMachine.MEMORY)
        int memoryMib) {}
