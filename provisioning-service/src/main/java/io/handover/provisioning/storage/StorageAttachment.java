package io.handover.provisioning.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** That a storage is a server's disk or CD-ROM; it can be one server's only. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class StorageAttachment {

    @Id
    private UUID storageId;

    private UUID serverId;
    private String address;

    @SuppressWarnings("UnusedVariable") // Lists are ordered by it.
    private int position;

    private String type;
    private boolean bootDisk;
    private boolean made;

    protected StorageAttachment() {}

    UUID serverId() {
        return serverId;
    }

    String address() {
        return address;
    }

    String type() {
        return type;
    }

    boolean isBootDisk() {
        return bootDisk;
    }

    boolean isMade() {
        return made;
    }
}
