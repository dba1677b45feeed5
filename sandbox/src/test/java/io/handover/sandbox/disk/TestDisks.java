package io.handover.sandbox.disk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.handover.sandbox.folder.StateFolder;
import io.handover.sandbox.removal.Removals;

/** Disks for tests of other features that run without Quarkus. */
public final class TestDisks {

    private TestDisks() {}

    public static Disks in(StateFolder folder, ObjectMapper json) {
        return new Disks(folder, json, new Removals());
    }
}
