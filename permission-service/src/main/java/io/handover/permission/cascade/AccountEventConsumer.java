package io.handover.permission.cascade;

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
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class AccountEventConsumer implements EventConsumer<AccountEvent> {

    private static final String CONSUMER = "permission.member";

    private final Inbox inbox;
    private final MemberCascade members;

    AccountEventConsumer(Inbox inbox, MemberCascade members) {
        this.inbox = inbox;
        this.members = members;
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
        return apply(received.event());
    }

    private Uni<Void> apply(AccountEvent event) {
        return switch (event) {
            case AccountOpened opened -> members.open(opened);
            case AccountClosed closed -> members.close(closed);
            case MemberAdded added -> members.add(added);
            case MemberAccessSet wanted -> members.setAccess(wanted);
            case MemberRemoved removed -> members.remove(removed);
            case ContactChanged ignored -> Uni.createFrom().voidItem();
            case PasswordChanged ignored -> Uni.createFrom().voidItem();
            case MemberChanged ignored -> Uni.createFrom().voidItem();
            case TokenIssued ignored -> Uni.createFrom().voidItem();
            case TokenRevoked ignored -> Uni.createFrom().voidItem();
            case AccountChanged ignored -> Uni.createFrom().voidItem();
            case SignedIn ignored -> Uni.createFrom().voidItem();
            case SignInRefused ignored -> Uni.createFrom().voidItem();
            case UnknownAccountEvent ignored -> Uni.createFrom().voidItem();
        };
    }
}
