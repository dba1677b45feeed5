package io.handover.provisioning.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody wanted to import something into a storage. No back end does that, so that it failed at once. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class StorageImport {

    @Id
    private UUID storageId;

    private String source;

    @Nullable
    private String sourceLocation;

    private Instant createdAt;

    protected StorageImport() {}

    StorageImport(UUID storageId, ImportStorage.Fields wish, Instant createdAt) {
        this.storageId = storageId;
        this.source = wish.checkedSource();
        this.sourceLocation = wish.checkedLocation();
        this.createdAt = createdAt;
    }

    ImportView view() {
        return new ImportView(
                createdAt,
                createdAt,
                "IMPORT_UNSUPPORTED",
                "Handover does not import content: nothing was read, and the storage is as it was.",
                0,
                source,
                sourceLocation,
                "failed",
                storageId,
                0);
    }

    /** On the wire. */
    record ImportView(
            Instant created,
            Instant completed,
            String errorCode,
            String errorMessage,
            long readBytes,
            String source,
            @Nullable String sourceLocation,
            String state,
            UUID uuid,
            long writtenBytes) {}

    /** As the wire has it. */
    record OneImport(ImportView storageImport) {}
}
