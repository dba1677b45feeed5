package io.handover.notification.audit;

import io.handover.events.identity.AccountEvent;
import io.handover.events.notification.DeliveryEvent;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.provisioning.CredentialEvent;
import io.handover.events.provisioning.ServerEvent;
import io.handover.kit.inbox.Received;
import io.handover.kit.origin.Origin;
import io.handover.kit.sql.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/**
 * Writes a line for each event of an account, inside the transaction of whoever hears it. There is one consumer per
 * topic, so that the account version it raises stands for the trail too: an export shows all that was answered before.
 */
@ApplicationScoped
public class AuditTrail {

    private static final String NOTE = """
            insert into audit_line (event_id, account_id, occurred_at, actor, actor_token, client_address,
                                    action, target_type, target_id, target_name, success, detail)
            values (:event, :account, :time, nullif(:actor, ''), cast(nullif(:token, '') as uuid), nullif(:address, ''),
                    :action, :type, :id, nullif(:name, ''), :success, nullif(:detail, ''))""";

    AuditTrail() {}

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

    /** Passwords that are to be handed over, or were shown. */
    public Uni<Void> noteCredential(Received<CredentialEvent> received) {
        return note(received, Deeds.of(received.event()));
    }

    Uni<Void> noteDelivery(Received<DeliveryEvent> received) {
        return note(received, Deeds.of(received.event()));
    }

    private static Uni<Void> note(Received<?> received, Deed deed) {
        return received.account()
                .map(account -> insert(account, received, deed))
                .orElse(Uni.createFrom().voidItem());
    }

    private static Uni<Void> insert(UUID account, Received<?> received, Deed deed) {
        Origin origin = received.origin();
        return Sql.execute(
                NOTE,
                Map.ofEntries(
                        Map.entry("event", received.eventId()),
                        Map.entry("account", account),
                        Map.entry("time", received.occurredAt()),
                        Map.entry("actor", origin.actor().orElse("")),
                        Map.entry(
                                "token", origin.actorToken().map(UUID::toString).orElse("")),
                        Map.entry("address", origin.clientAddress().orElse("")),
                        Map.entry("action", deed.action()),
                        Map.entry("type", deed.targetType()),
                        Map.entry("id", deed.targetId()),
                        Map.entry("name", deed.targetName().orElse("")),
                        Map.entry("success", deed.success()),
                        Map.entry("detail", deed.detail().orElse(""))));
    }
}
