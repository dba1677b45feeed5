package io.handover.notification.account;

import io.handover.events.Topic;
import io.handover.events.Topics;
import io.handover.events.identity.AccountChanged;
import io.handover.events.identity.AccountClosed;
import io.handover.events.identity.AccountEvent;
import io.handover.events.identity.AccountOpened;
import io.handover.events.identity.ContactChanged;
import io.handover.events.identity.MemberAccessSet;
import io.handover.events.identity.MemberAdded;
import io.handover.events.identity.MemberChanged;
import io.handover.events.identity.MemberRemoved;
import io.handover.events.identity.PasswordChanged;
import io.handover.events.identity.SignInRefused;
import io.handover.events.identity.SignedIn;
import io.handover.events.identity.TokenIssued;
import io.handover.events.identity.TokenRevoked;
import io.handover.events.identity.UnknownAccountEvent;
import io.handover.kit.inbox.EventConsumer;
import io.handover.kit.inbox.Inbox;
import io.handover.kit.inbox.Received;
import io.handover.notification.audit.AuditTrail;
import io.handover.notification.contact.Contacts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class AccountEventConsumer implements EventConsumer<AccountEvent> {

    private static final String CONSUMER = "notification-service.contact";

    private final Inbox inbox;
    private final Contacts contacts;
    private final AuditTrail trail;
    private final AccountClosing closing;

    AccountEventConsumer(Inbox inbox, Contacts contacts, AuditTrail trail, AccountClosing closing) {
        this.inbox = inbox;
        this.contacts = contacts;
        this.trail = trail;
        this.closing = closing;
    }

    @Override
    public String name() {
        return CONSUMER;
    }

    @Override
    public Topic<AccountEvent> topic() {
        return Topics.IDENTITY_ACCOUNT;
    }

    @Incoming("identity-account")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return inbox.once(this, record);
    }

    @Override
    public Uni<Void> apply(Received<AccountEvent> received) {
        return received.event() instanceof AccountClosed(UUID account)
                ? closing.close(account)
                : apply(received.event()).chain(() -> trail.noteAccount(received));
    }

    private Uni<Void> apply(AccountEvent event) {
        return switch (event) {
            case AccountOpened opened -> contacts.open(opened.accountId(), opened.email(), opened.phone());
            case ContactChanged changed -> contacts.change(changed.accountId(), changed.email(), changed.phone());
            case AccountClosed ignored -> nothing();
            case PasswordChanged ignored -> nothing();
            case MemberAdded ignored -> nothing();
            case MemberChanged ignored -> nothing();
            case MemberAccessSet ignored -> nothing();
            case MemberRemoved ignored -> nothing();
            case TokenIssued ignored -> nothing();
            case TokenRevoked ignored -> nothing();
            case AccountChanged ignored -> nothing();
            case SignedIn ignored -> nothing();
            case SignInRefused ignored -> nothing();
            case UnknownAccountEvent ignored -> nothing();
        };
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
