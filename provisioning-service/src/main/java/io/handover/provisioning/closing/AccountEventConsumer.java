package io.handover.provisioning.closing;

import io.handover.events.Topic;
import io.handover.events.Topics;
import io.handover.events.identity.AccountClosed;
import io.handover.events.identity.AccountEvent;
import io.handover.kit.closing.ClosedAccounts;
import io.handover.kit.inbox.EventConsumer;
import io.handover.kit.inbox.Inbox;
import io.handover.kit.inbox.Received;
import io.handover.kit.version.AccountVersions;
import io.handover.provisioning.job.Jobs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Of accounts nothing matters here but their end. */
@ApplicationScoped
class AccountEventConsumer implements EventConsumer<AccountEvent> {

    private static final String CONSUMER = "provisioning.closing";

    private final Inbox inbox;
    private final ClosedAccounts closed;
    private final AccountVersions versions;
    private final Jobs jobs;

    AccountEventConsumer(Inbox inbox, ClosedAccounts closed, AccountVersions versions, Jobs jobs) {
        this.inbox = inbox;
        this.closed = closed;
        this.versions = versions;
        this.jobs = jobs;
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
        return inbox.once(this, record).invoke(jobs::wake);
    }

    @Override
    public Uni<Void> apply(Received<AccountEvent> received) {
        return received.event() instanceof AccountClosed(UUID account)
                ? close(account)
                : Uni.createFrom().voidItem();
    }

    /** Whatever is being made for the account is made by now, or will be refused. */
    private Uni<Void> close(UUID account) {
        return closed.close(account)
                .chain(() -> versions.hold(account, Topics.PROVISIONING_SERVER))
                .chain(() -> jobs.put(ClearAccount.KIND, account));
    }
}
