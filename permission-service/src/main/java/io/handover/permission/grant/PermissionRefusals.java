package io.handover.permission.grant;

import io.handover.kit.refusal.Refusal;

final class PermissionRefusals {

    private PermissionRefusals() {}

    static Refusal mainOnly() {
        return Refusal.forbidden("ACTION_FORBIDDEN", "Only the main account grants and revokes permissions.");
    }

    static Refusal foreignAccount() {
        return Refusal.forbidden("ACCOUNT_FORBIDDEN", "main_account_id: must be your own account.");
    }

    static Refusal notGranted() {
        return Refusal.notFound("NOT_FOUND", "The permission does not exist.");
    }

    static Refusal tooMany(int max) {
        return Refusal.conflict("PERMISSION_LIMIT_REACHED", "An account has at most " + max + " permissions.");
    }

    static Refusal wrapperMissing() {
        return Refusal.invalidField("REQUEST_INVALID", "permission", "is required, an object.");
    }

    static Refusal unknownAttribute(String name) {
        return Refusal.invalid("UNKNOWN_ATTRIBUTE", "The attribute " + name + " is unknown.");
    }

    static Refusal badStorage() {
        return Refusal.invalidField("INVALID_OPTIONS", "options.storage", "must be yes or no.");
    }

    static Refusal storageWithoutMeaning() {
        return Refusal.invalidField(
                "INVALID_OPTIONS", "options.storage", "has a meaning for server and tag_access only.");
    }
}
