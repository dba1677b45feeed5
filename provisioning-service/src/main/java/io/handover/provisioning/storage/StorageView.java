package io.handover.provisioning.storage;

import io.handover.provisioning.catalogue.Template;
import io.handover.provisioning.label.Label;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A storage as it is on the wire; what a kind of storage does not have is null, and left out. */
public record StorageView(
        String access,
        @Nullable BackupRule backupRule,
        @Nullable Map<String, List<UUID>> backups,
        @Nullable Instant created,
        String encrypted,
        List<Label> labels,
        int license,
        @Nullable UUID origin,
        @Nullable String partOfPlan,
        @Nullable String progress,
        @Nullable Map<String, List<UUID>> servers,
        int size,
        String state,
        @Nullable String templateType,
        @Nullable String tier,
        String title,
        String type,
        UUID uuid,
        @Nullable String zone) {

    static StorageView of(Template template) {
        return new StorageView(
                "public",
                null,
                null,
                null,
                "no",
                List.of(),
                0,
                null,
                null,
                null,
                null,
                template.size(),
                "online",
                template.templateType(),
                null,
                template.title(),
                "template",
                template.uuid(),
                null);
    }

    StorageView withServers(List<UUID> attachedTo) {
        return with(backupRule, backups, Map.of("server", attachedTo));
    }

    StorageView withBackups(BackupRule rule, List<UUID> made) {
        return with(rule, Map.of("backup", made), servers);
    }

    private StorageView with(
            @Nullable BackupRule rule,
            @Nullable Map<String, List<UUID>> made,
            @Nullable Map<String, List<UUID>> attachedTo) {
        return new StorageView(
                access,
                rule,
                made,
                created,
                encrypted,
                labels,
                license,
                origin,
                partOfPlan,
                progress,
                attachedTo,
                size,
                state,
                templateType,
                tier,
                title,
                type,
                uuid,
                zone);
    }

    /** What stands at a path whose last part may be an id or a filter. */
    @Schema(anyOf = {OneStorage.class, AllStorages.class})
    public sealed interface OneOrAllStorages {}

    /** As the wire has it. */
    public record OneStorage(StorageView storage) implements OneOrAllStorages {}

    /** As the wire has them. */
    record AllStorages(Map<String, List<StorageView>> storages) implements OneOrAllStorages {

        static AllStorages of(List<StorageView> found) {
            return new AllStorages(Map.of("storage", found));
        }
    }

    /** The backup that was made before a resize. */
    record OneResize(StorageView resizeBackup) {}
}
