package io.handover.provisioning.storage;

import io.handover.provisioning.label.Label;
import io.handover.provisioning.label.Labels;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A disk of an account. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Storage {

    @Id
    private UUID storageId;

    private UUID accountId;
    private String title;
    private int size;
    private String tier;
    private String zone;
    private String type;
    private String state;
    private boolean encrypted;
    private String labels;
    private boolean partOfPlan;

    @Nullable
    private UUID source;

    private Instant createdAt;

    protected Storage() {}

    Storage(UUID accountId, UUID storageId, Form form, Instant createdAt) {
        this.storageId = storageId;
        this.accountId = accountId;
        this.title = form.title();
        this.size = form.size();
        this.tier = form.tier();
        this.zone = form.zone();
        this.type = "normal";
        this.state = "online";
        this.encrypted = form.encrypted();
        this.labels = Labels.write(form.labels());
        this.partOfPlan = form.partOfPlan();
        this.source = form.source();
        this.createdAt = createdAt;
    }

    /** Only what is not null changes. */
    void change(@Nullable String newTitle, @Nullable Integer newSize, @Nullable List<@Nullable Label> newLabels) {
        if (newTitle != null) {
            title = StorageRules.title(newTitle);
        }
        if (newSize != null) {
            if (StorageRules.size(newSize) < size) {
                throw StorageRefusals.shrunk(size);
            }
            size = newSize;
        }
        if (newLabels != null) {
            labels = Labels.write(Labels.checked(newLabels));
        }
    }

    UUID storageId() {
        return storageId;
    }

    UUID accountId() {
        return accountId;
    }

    int size() {
        return size;
    }

    String tier() {
        return tier;
    }

    void refuseToBeAttachedIn(String zoneOfServer) {
        if (!zone.equals(zoneOfServer)) {
            throw StorageRefusals.otherZone();
        }
        if (!"online".equals(state)) {
            throw StorageRefusals.busy();
        }
    }

    /** As a list shows it. */
    StorageView item() {
        return new StorageView(
                "private",
                null,
                null,
                createdAt,
                encrypted ? "yes" : "no",
                Labels.read(labels),
                0,
                partOfPlan ? "yes" : null,
                null,
                size,
                state,
                null,
                tier,
                title,
                type,
                storageId,
                zone);
    }

    /** As it is shown alone. */
    StorageView details(List<UUID> servers) {
        return item().withDetails(servers);
    }

    AttachedStorage attached(String address, String deviceType, boolean made) {
        return new AttachedStorage(
                address,
                "0",
                Labels.read(labels),
                partOfPlan ? "yes" : null,
                storageId,
                encrypted ? "yes" : "no",
                size,
                tier,
                title,
                deviceType,
                source,
                made);
    }

    /** What it is to be, after all rules were checked. */
    record Form(
            String title,
            int size,
            String tier,
            String zone,
            boolean encrypted,
            List<Label> labels,
            boolean partOfPlan,
            @Nullable UUID source) {}
}
