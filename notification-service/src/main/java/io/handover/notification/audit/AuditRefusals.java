package io.handover.notification.audit;

import io.handover.kit.refusal.Refusal;

/** Why an export is refused. */
final class AuditRefusals {

    private AuditRefusals() {}

    static Refusal mainAccountOnly() {
        return Refusal.forbidden("ACTION_FORBIDDEN", "Only the main account exports the audit trail.");
    }

    static Refusal unknownFormat() {
        return Refusal.invalidField("FORMAT_INVALID", "format", "must be csv or json.");
    }

    /** Nobody reads it. */
    static Refusal connectionLost() {
        return Refusal.of(503, "SERVICE_ERROR", "The connection was lost.");
    }

    static Refusal tooManyExports() {
        return Refusal.busy("Too many exports are under way. Try again.");
    }
}
