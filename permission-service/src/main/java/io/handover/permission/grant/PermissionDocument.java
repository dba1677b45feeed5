package io.handover.permission.grant;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.handover.permission.member.User;
import io.handover.permission.target.Target;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a grant or a revoke. Its decisions are pure. */
record PermissionDocument(@Nullable Fields permission) {

    /** A permission that can be. */
    record Checked(String user, Target target, boolean storage) {}

    /** Refuses what cannot be a permission. */
    Checked check() {
        if (permission == null) {
            throw PermissionRefusals.wrapperMissing();
        }
        refuseUnknown(permission.unknown());
        Options options = permission.options() == null ? Options.NONE : permission.options();
        refuseUnknown(options.unknown());
        String user = User.requireName(permission.user());
        Target target = Target.of(permission.targetType(), permission.targetIdentifier());
        boolean storage = options.includesStorage();
        if (storage && !target.type().hasStorages()) {
            throw PermissionRefusals.storageWithoutMeaning();
        }
        return new Checked(user, target, storage);
    }

    private static void refuseUnknown(@Nullable Map<String, Object> unknown) {
        if (unknown != null && !unknown.isEmpty()) {
            throw PermissionRefusals.unknownAttribute(
                    unknown.keySet().iterator().next());
        }
    }

    record Fields(
            @Nullable String user,
            @Nullable String targetType,
            @Nullable String targetIdentifier,
            @Nullable Options options,
            @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {}

    record Options(
            @Nullable String storage,
            @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {

        private static final Options NONE = new Options(null, null);

        private boolean includesStorage() {
            return switch (storage) {
                case "yes" -> true;
                case "no" -> false;
                case null -> false;
                default -> throw PermissionRefusals.badStorage();
            };
        }
    }
}
