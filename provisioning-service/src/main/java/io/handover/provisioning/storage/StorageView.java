package io.handover.provisioning.storage;

import io.handover.provisioning.catalogue.Template;
import io.handover.provisioning.label.Label;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A storage as it is on the wire; what a kind of storage does not have is null, and left out. */
record StorageView(
        String access,
        @Nullable Map<String, Object> backupRule,
        @Nullable Map<String, List<UUID>> backups,
        @Nullable Instant created,
        String encrypted,
        List<Label> labels,
        int license,
        @Nullable String partOfPlan,
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
                template.size(),
                "online",
                template.templateType(),
                null,
                template.title(),
                "template",
                template.uuid(),
                null);
    }

    StorageView withDetails(List<UUID> attachedTo) {
        return new StorageView(
                access,
                Map.of(),
                Map.of("backup", List.of()),
                created,
                encrypted,
                labels,
                license,
                partOfPlan,
                Map.of("server", attachedTo),
                size,
                state,
                templateType,
                tier,
                title,
                type,
                uuid,
                zone);
    }
}
