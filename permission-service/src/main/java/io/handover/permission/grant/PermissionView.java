package io.handover.permission.grant;

import io.handover.permission.target.Target;
import org.jspecify.annotations.Nullable;

/** What a grant answers. */
record PermissionView(Document permission) {

    static PermissionView of(Permission permission) {
        return new PermissionView(permission.document());
    }

    /**
     * A permission.
     *
     * @param options absent where they would have no meaning
     */
    record Document(
            String user,
            String targetType,
            String targetIdentifier,
            @Nullable Options options) {

        static Document of(String username, Target target, boolean storage) {
            return new Document(
                    username,
                    target.type().wire(),
                    target.identifier(),
                    target.type().hasStorages() ? new Options(storage ? "yes" : "no") : null);
        }
    }

    record Options(String storage) {}
}
