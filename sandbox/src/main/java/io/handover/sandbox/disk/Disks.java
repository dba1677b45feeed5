package io.handover.sandbox.disk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.handover.sandbox.folder.StateFolder;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The disks there are. */
@Singleton
public class Disks {

    private static final String KIND = "disks";
    private static final String JSON = ".json";

    private final StateFolder folder;
    private final ObjectMapper json;
    private final Set<UUID> ids = ConcurrentHashMap.newKeySet();

    Disks(StateFolder folder, ObjectMapper json) {
        this.folder = folder;
        this.json = json;
        folder.list(KIND).forEach(name -> ids.add(UUID.fromString(name.replace(JSON, ""))));
    }

    /** Whether there is such a disk. */
    public boolean has(UUID id) {
        return ids.contains(id);
    }

    /** One that is there stays as it is. */
    synchronized void put(UUID id, Disk disk) {
        if (!ids.contains(id)) {
            folder.write(written(disk), KIND, id + JSON);
            ids.add(id);
        }
    }

    synchronized void delete(UUID id) {
        folder.delete(KIND, id + JSON);
        ids.remove(id);
    }

    private byte[] written(Disk disk) {
        try {
            return json.writeValueAsBytes(disk);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
