package io.handover.permission.grant;

import java.util.List;

/** What a list of permissions looks like. */
record PermissionListView(Permissions permissions) {

    static PermissionListView of(List<Permission> permissions) {
        return new PermissionListView(
                new Permissions(permissions.stream().map(Permission::document).toList()));
    }

    record Permissions(List<PermissionView.Document> permission) {}
}
