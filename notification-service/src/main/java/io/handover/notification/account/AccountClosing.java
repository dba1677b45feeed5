package io.handover.notification.account;

import io.handover.kit.access.AccessGrants;
import io.handover.kit.closing.ClosedAccounts;
import io.handover.notification.audit.AuditTrail;
import io.handover.notification.contact.Contacts;
import io.handover.notification.delivery.LeftDeliveries;
import io.handover.notification.server.Servers;
import io.handover.notification.setting.DeliverySettings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Forgets an account, inside the transaction of the event that says it is closed. */
@ApplicationScoped
class AccountClosing {

    private final ClosedAccounts closed;
    private final LeftDeliveries deliveries;
    private final Contacts contacts;
    private final DeliverySettings settings;
    private final Servers servers;
    private final AccessGrants grants;
    private final AuditTrail trail;

    AccountClosing(
            ClosedAccounts closed,
            LeftDeliveries deliveries,
            Contacts contacts,
            DeliverySettings settings,
            Servers servers,
            AccessGrants grants,
            AuditTrail trail) {
        this.closed = closed;
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.settings = settings;
        this.servers = servers;
        this.grants = grants;
        this.trail = trail;
    }

    /** Passwords that are on their way end first, with their keys. */
    Uni<Void> close(UUID accountId) {
        return closed.close(accountId)
                .chain(() -> deliveries.forget(accountId))
                .chain(() -> contacts.forget(accountId))
                .chain(() -> settings.forget(accountId))
                .chain(() -> servers.forget(accountId))
                .chain(() -> grants.dropAccount(accountId))
                .chain(() -> trail.forget(accountId));
    }
}
