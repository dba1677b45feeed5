package io.handover.notification.audit;

import io.handover.events.identity.AccountEvent;
import io.handover.events.notification.DeliveryEvent;
import io.handover.events.notification.UnknownDeliveryEvent;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.provisioning.CredentialEvent;
import io.handover.events.provisioning.PasswordShown;
import io.handover.events.provisioning.ServerEvent;
import io.handover.kit.inbox.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Writes a line for each event of an account, inside the transaction of whoever hears it and at its end: until then
 * nobody else writes one of that account. There is one consumer per topic, so that the account version it raises stands
 * for the trail too: an export shows all that was answered before.
 */
@ApplicationScoped
public class AuditTrail {

    private final AuditChains chains;
    private final DeliveryRecords records;

    AuditTrail(AuditChains chains, DeliveryRecords records) {
        this.chains = chains;
        this.records = records;
    }

    /** Accounts, members, tokens, sign-ins. */
    public Uni<Void> noteAccount(Received<AccountEvent> received) {
        return note(received, Deeds.of(received.event()));
    }

    /** Grants and revokes. */
    public Uni<Void> notePermission(Received<PermissionEvent> received) {
        return note(received, Deeds.of(received.event()));
    }

    /** Servers, storages and tags. */
    public Uni<Void> noteServer(Received<ServerEvent> received) {
        return note(received, Deeds.of(received.event()));
    }

    /** Passwords that are to be handed over, or were shown; after their deliveries have a record. */
    public Uni<Void> noteCredential(Received<CredentialEvent> received) {
        Deed deed = Deeds.of(received.event());
        return received.event() instanceof PasswordShown ? noteWithRecord(received, deed) : note(received, deed);
    }

    /** The whole trail of an account goes, with the chain that held it together. */
    public Uni<Void> forget(UUID account) {
        return chains.forget(account);
    }

    Uni<Void> noteDelivery(Received<DeliveryEvent> received) {
        Deed deed = Deeds.of(received.event());
        return received.event() instanceof UnknownDeliveryEvent ? note(received, deed) : noteWithRecord(received, deed);
    }

    /** What the record says when its delivery ends, the chain vouches for from then on. */
    private Uni<Void> noteWithRecord(Received<?> received, Deed deed) {
        return records.digest(UUID.fromString(deed.targetId()))
                .map(digest -> digest.map(it -> deed.and("record " + it)).orElse(deed))
                .chain(whole -> note(received, whole));
    }

    private Uni<Void> note(Received<?> received, Deed deed) {
        return received.account()
                .map(account -> chains.append(account, Facts.of(account, received, deed)))
                .orElse(Uni.createFrom().voidItem());
    }
}
