package io.handover.events;

import io.handover.events.identity.AccountEvent;
import io.handover.events.identity.UnknownAccountEvent;
import io.handover.events.notification.AuditEvent;
import io.handover.events.notification.DeliveryEvent;
import io.handover.events.notification.DeliveryKeyEvent;
import io.handover.events.notification.UnknownAuditEvent;
import io.handover.events.notification.UnknownDeliveryEvent;
import io.handover.events.notification.UnknownDeliveryKeyEvent;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.permission.UnknownPermissionEvent;
import io.handover.events.provisioning.CredentialEvent;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.UnknownCredentialEvent;
import io.handover.events.provisioning.UnknownServerEvent;
import java.util.List;

/** Every topic of Handover. */
public final class Topics {

    /** Accounts, members and tokens; keyed by account. */
    public static final Topic<AccountEvent> IDENTITY_ACCOUNT =
            new Topic<>("identity.account.v1", "identity", AccountEvent.class, UnknownAccountEvent::new);

    /** Who may touch what; keyed by account. */
    public static final Topic<PermissionEvent> PERMISSION_PERMISSION =
            new Topic<>("permission.permission.v1", "permission", PermissionEvent.class, UnknownPermissionEvent::new);

    /** Servers, storages and tags; keyed by account. */
    public static final Topic<ServerEvent> PROVISIONING_SERVER =
            new Topic<>("provisioning.server.v1", "provisioning", ServerEvent.class, UnknownServerEvent::new);

    /** Root passwords, sealed; keyed by server. */
    public static final Topic<CredentialEvent> PROVISIONING_CREDENTIAL = new Topic<>(
            "provisioning.credential.v1", "provisioning", CredentialEvent.class, UnknownCredentialEvent::new);

    /** How each delivery ended; keyed by server. */
    public static final Topic<DeliveryEvent> NOTIFICATION_DELIVERY =
            new Topic<>("notification.delivery.v1", "notification", DeliveryEvent.class, UnknownDeliveryEvent::new);

    /** Public keys that passwords may be sealed to; keyed by key. */
    public static final Topic<DeliveryKeyEvent> NOTIFICATION_DELIVERY_KEY = new Topic<>(
            "notification.delivery-key.v1", "notification", DeliveryKeyEvent.class, UnknownDeliveryKeyEvent::new);

    /** Signed checkpoints of the audit trails; keyed by account. */
    public static final Topic<AuditEvent> NOTIFICATION_AUDIT =
            new Topic<>("notification.audit.v1", "notification", AuditEvent.class, UnknownAuditEvent::new);

    /** All of them. */
    public static final List<Topic<?>> ALL = List.of(
            IDENTITY_ACCOUNT,
            PERMISSION_PERMISSION,
            PROVISIONING_SERVER,
            PROVISIONING_CREDENTIAL,
            NOTIFICATION_DELIVERY,
            NOTIFICATION_DELIVERY_KEY,
            NOTIFICATION_AUDIT);

    private Topics() {}
}
