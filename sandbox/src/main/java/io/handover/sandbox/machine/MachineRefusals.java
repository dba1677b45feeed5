package io.handover.sandbox.machine;

import io.handover.sandbox.refusal.Refusal;
import java.util.UUID;

final class MachineRefusals {

    private MachineRefusals() {}

    static Refusal unknownMachine(UUID id) {
        return Refusal.notFound("MACHINE_NOT_FOUND", "There is no machine " + id + ".");
    }

    static Refusal unknownDisk(UUID id) {
        return Refusal.conflict("DISK_NOT_FOUND", "There is no disk " + id + ".");
    }

    static Refusal overtaken() {
        return Refusal.conflict("PASSWORD_OVERTAKEN", "A later password was set.");
    }

    static Refusal running() {
        return Refusal.conflict("MACHINE_RUNNING", "A machine is resized while it is stopped.");
    }

    static Refusal noAddressLeft() {
        return Refusal.unavailable("NO_ADDRESS_LEFT", "There is no free address for the machine's SSH server.");
    }

    static Refusal addressTaken(String address) {
        return Refusal.unavailable("ADDRESS_TAKEN", "Something else listens on the machine's address " + address + ".");
    }
}
