package io.handover.sandbox.disk;

import io.handover.sandbox.refusal.Refusal;
import java.util.UUID;

final class DiskRefusals {

    private DiskRefusals() {}

    static Refusal unknownDisk(UUID id) {
        return Refusal.notFound("DISK_NOT_FOUND", "There is no disk " + id + ".");
    }

    static Refusal unknownSource(UUID id) {
        return Refusal.conflict("SOURCE_NOT_FOUND", "There is no disk " + id + " to restore from.");
    }

    static Refusal shrinks(int sizeGib) {
        return Refusal.conflict("DISK_SHRINKS", "The disk has " + sizeGib + " GiB already, and cannot shrink.");
    }

    static Refusal tooSmall(int sizeGib) {
        return Refusal.conflict("DISK_TOO_SMALL", "The source has " + sizeGib + " GiB, which the disk has not.");
    }
}
