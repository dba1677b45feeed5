package io.handover.identity.closing;

import io.handover.kit.refusal.Refusal;
import java.util.List;
import java.util.Optional;

/** Why an account is not closed. */
final class ClosingRefusals {

    private ClosingRefusals() {}

    /** Whether what the account has is to be deleted; 400 for anything but {@code delete}. */
    static boolean isDelete(Optional<String> resources) {
        resources.filter(wish -> !wish.equals("delete")).ifPresent(wish -> {
            throw Refusal.invalidField("RESOURCES_INVALID", "resources", "must be delete, or absent.");
        });
        return resources.isPresent();
    }

    static Refusal notByToken() {
        return Refusal.forbidden(
                "ACCOUNT_FORBIDDEN", "An account is closed with its password: an API token can't do it.");
    }

    static Refusal notEmpty(List<String> some) {
        return Refusal.conflict(
                "ACCOUNT_NOT_EMPTY",
                "The account still has " + String.join(", ", some)
                        + ". Delete what it has first, or ask with resources=delete.");
    }
}
