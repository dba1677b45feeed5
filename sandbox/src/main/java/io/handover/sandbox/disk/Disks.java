package io.handover.sandbox.disk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.handover.sandbox.folder.StateFolder;
import io.handover.sandbox.removal.Removals;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The disks there are, and what they hold. */
@Singleton
public class Disks {

    private static final String KIND = "disks";
    private static final String JSON = ".json";

    private final StateFolder folder;
    private final ObjectMapper json;
    private final Removals removals;
    private final Map<UUID, Disk> disks = new ConcurrentHashMap<>();

    Disks(StateFolder folder, ObjectMapper json, Removals removals) {
        this.folder = folder;
        this.json = json;
        this.removals = removals;
        folder.list(KIND).forEach(this::restore);
    }

    /** Empty when there is no such disk. */
    public Optional<Disk> find(UUID id) {
        return Optional.ofNullable(disks.get(id));
    }

    /** A disk holds a text from now on, instead of what it held; one that is gone holds nothing. */
    public synchronized void write(UUID id, String text) {
        find(id).ifPresent(disk -> keep(id, disk.holding(text)));
    }

    /** One that is there stays as it is, one that was deleted stays so. */
    synchronized void put(UUID id, PutDisk wanted) {
        removals.refuse(id);
        if (!disks.containsKey(id)) {
            keep(id, new Disk(wanted.sizeGib(), wanted.source(), copied(wanted.source(), wanted.sizeGib())));
        }
    }

    synchronized void grow(UUID id, int sizeGib) {
        Disk disk = known(id);
        if (disk.sizeGib() > sizeGib) {
            throw DiskRefusals.shrinks(disk.sizeGib());
        }
        keep(id, disk.ofSize(sizeGib));
    }

    synchronized void restore(UUID id, UUID source) {
        Disk disk = known(id);
        if (!disks.containsKey(source)) {
            throw DiskRefusals.unknownSource(source);
        }
        keep(id, disk.holding(copied(source, disk.sizeGib())));
    }

    synchronized void delete(UUID id) {
        removals.add(id);
        folder.delete(KIND, id + JSON);
        disks.remove(id);
    }

    /** What a source holds, if that fits; a template is not kept here, and holds nothing. */
    private String copied(@Nullable UUID source, int sizeGib) {
        Disk there = source == null ? null : disks.get(source);
        if (there != null && there.sizeGib() > sizeGib) {
            throw DiskRefusals.tooSmall(there.sizeGib());
        }
        return there == null ? "" : there.content();
    }

    private Disk known(UUID id) {
        return find(id).orElseThrow(() -> DiskRefusals.unknownDisk(id));
    }

    private void keep(UUID id, Disk disk) {
        if (!disk.equals(disks.get(id))) {
            folder.write(written(disk), KIND, id + JSON);
            disks.put(id, disk);
        }
    }

    /** A disk that cannot be read is no reason to be without the others. */
    private void restore(String name) {
        try {
            UUID id = UUID.fromString(name.replace(JSON, ""));
            disks.put(id, json.readValue(folder.read(KIND, name), Disk.class));
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            Log.errorf(unreadable, "disk not restored file=%s", name);
        }
    }

    private byte[] written(Disk disk) {
        try {
            return json.writeValueAsBytes(disk);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
