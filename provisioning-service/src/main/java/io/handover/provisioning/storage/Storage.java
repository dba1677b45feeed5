package io.handover.provisioning.storage;

import io.handover.provisioning.compute.Disk;
import io.handover.provisioning.label.Labels;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A disk of an account, a backup of one, or a template made of one. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Storage {

    private static final Duration UNTIL_IT_IS_FREE = Duration.ofMinutes(1);

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

    @Nullable
    private String backupRule;

    @Nullable
    @SuppressWarnings("UnusedVariable") // What is due is found by it.
    private Instant backupDueAt;

    @SuppressWarnings("UnusedVariable") // What is outdated is found by it.
    private boolean scheduled;

    private Instant createdAt;

    protected Storage() {}

    Storage(UUID accountId, UUID storageId, StorageForm form, Instant createdAt) {
        this.storageId = storageId;
        this.accountId = accountId;
        this.title = form.title();
        this.size = form.size();
        this.tier = form.tier();
        this.zone = form.zone();
        this.type = form.type().onTheWire();
        this.state = form.state().onTheWire();
        this.encrypted = form.encrypted();
        this.labels = Labels.write(form.labels());
        this.partOfPlan = form.partOfPlan();
        this.source = form.source();
        this.scheduled = form.scheduled();
        this.createdAt = createdAt;
        follow(form.backupRule(), createdAt);
    }

    /** Only what is not null changes. */
    void change(CreateStorage.Fields wish, Instant now) {
        become(StorageAct.CHANGE);
        if (wish.title() != null) {
            title = StorageRules.title(wish.title());
        }
        if (wish.size() != null) {
            grow(StorageRules.size(wish.size()));
        }
        if (wish.labels() != null) {
            labels = Labels.write(Labels.checked(wish.labels()));
        }
        if (wish.backupRule() != null) {
            only(StorageType.NORMAL);
            follow(BackupRule.checked(wish.backupRule()), now);
        }
    }

    private void follow(BackupRule rule, Instant now) {
        backupRule = rule.stored();
        backupDueAt = rule.isNone() ? null : rule.next(now);
    }

    private void grow(int wanted) {
        if (wanted < size) {
            throw StorageRefusals.shrunk(size);
        }
        if (wanted > size) {
            only(StorageType.NORMAL);
        }
        size = wanted;
    }

    void become(StorageAct act) {
        state = state().after(act).onTheWire();
    }

    /** A template stays as it is, however many copies are being made of it. */
    void beginCopy(StorageAct act) {
        if (type() == StorageType.TEMPLATE) {
            state().after(act);
        } else {
            become(act);
        }
    }

    /** Refused unless it is of a type. */
    void only(StorageType wanted) {
        if (type() != wanted) {
            throw StorageRefusals.wrongType(type());
        }
    }

    void refuseToBeAttachedIn(String zoneOfServer) {
        only(StorageType.NORMAL);
        if (!zone.equals(zoneOfServer)) {
            throw StorageRefusals.otherZone();
        }
        become(StorageAct.ATTACH);
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

    StorageType type() {
        return StorageType.of(type);
    }

    StorageState state() {
        return StorageState.of(state);
    }

    @Nullable
    UUID source() {
        return source;
    }

    boolean hasBackupRule() {
        return backupRule != null;
    }

    /** As the back end knows it. */
    Disk disk() {
        return new Disk(storageId, size, source, zone);
    }

    /** A copy of it that is to be made. */
    StorageForm copy(StorageType wanted, String copyTitle) {
        return new StorageForm(
                copyTitle,
                size,
                tier,
                zone,
                encrypted,
                List.of(),
                BackupRule.NONE,
                false,
                storageId,
                wanted,
                StorageState.MAINTENANCE,
                false);
    }

    /** Begins the backup that is due; false when that must wait, because something else goes on with it. */
    boolean backUpNow(Instant now) {
        if (state() != StorageState.ONLINE) {
            backupDueAt = now.plus(UNTIL_IT_IS_FREE);
            return false;
        }
        backupDueAt = BackupRule.read(backupRule).next(now);
        become(StorageAct.BACK_UP);
        return true;
    }

    /** Older backups that its rule asked for are to go. */
    Instant backupsSince(Instant now) {
        return BackupRule.read(backupRule).oldest(now);
    }

    StorageForm scheduledBackup(Instant now) {
        return copy(StorageType.BACKUP, "Backup of " + now.truncatedTo(ChronoUnit.MINUTES))
                .asScheduled();
    }

    /** As a list shows it. */
    StorageView item() {
        boolean isBackup = type() == StorageType.BACKUP;
        return new StorageView(
                "private",
                null,
                null,
                createdAt,
                encrypted ? "yes" : "no",
                Labels.read(labels),
                0,
                isBackup ? source : null,
                partOfPlan ? "yes" : null,
                state().isBusy() ? "0" : null,
                null,
                size,
                state,
                null,
                isBackup ? null : tier,
                title,
                type,
                storageId,
                zone);
    }

    /** As it is shown alone. */
    StorageView details(List<UUID> servers, List<UUID> backups) {
        return type() == StorageType.NORMAL
                ? item().withServers(servers).withBackups(BackupRule.read(backupRule), backups)
                : item().withServers(servers);
    }

    AttachedStorage attached(StorageAttachment attachment) {
        return new AttachedStorage(
                attachment.address(),
                attachment.isBootDisk() ? "1" : "0",
                Labels.read(labels),
                partOfPlan ? "yes" : null,
                storageId,
                encrypted ? "yes" : "no",
                size,
                tier,
                title,
                attachment.type(),
                source,
                zone,
                attachment.isMade());
    }
}
