package io.handover.test.notebook;

import io.handover.events.Topics;
import io.handover.events.identity.TokenIssued;
import io.handover.events.identity.TokenRevoked;
import io.handover.events.permission.PermissionGranted;
import io.handover.events.provisioning.TagCreated;
import io.handover.kit.closing.ClosedAccounts;
import io.handover.kit.origin.Origin;
import io.handover.kit.outbox.Outbox;
import io.handover.kit.refusal.Refusal;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Says events as it is told to, and notes down what it hears. */
@ApplicationScoped
class Notebook {

    private static final String ADD = "insert into note (account_id, text) values (:account, :text)";
    private static final String ALL = "select text from note where account_id = :account order by position";

    private final Map<UUID, Integer> attempts = new ConcurrentHashMap<>();
    private final Set<UUID> mended = ConcurrentHashMap.newKeySet();
    private final Outbox outbox;
    private final ClosedAccounts closed;
    private final Clock clock;

    Notebook(Outbox outbox, ClosedAccounts closed, Clock clock) {
        this.outbox = outbox;
        this.closed = closed;
        this.clock = clock;
    }

    Uni<Void> say(UUID account, SayTokens command) {
        return Panache.withTransaction(() -> Multi.createFrom()
                .range(1, command.count() + 1)
                .onItem()
                .transformToUniAndConcatenate(number -> outbox.record(Topics.IDENTITY_ACCOUNT, token(account, number)))
                .collect()
                .last()
                .invoke(() -> refuseIfTold(command))
                .replaceWithVoid());
    }

    Uni<Void> sayOne(UUID account) {
        return Panache.withTransaction(() -> outbox.record(Topics.IDENTITY_ACCOUNT, token(account, 1)));
    }

    Uni<Void> revokeOne(UUID account) {
        var revoked = new TokenRevoked(account, account, new UUID(0, 1));
        return Panache.withTransaction(() -> outbox.record(Topics.IDENTITY_ACCOUNT, revoked));
    }

    Uni<Void> sayOneFor(UUID account, Origin origin) {
        return Panache.withTransaction(() -> outbox.record(Topics.IDENTITY_ACCOUNT, token(account, 1), origin));
    }

    /**
     * Notes the target's identifier down. After that a target type {@code breaks} or {@code clashes} makes it fail,
     * {@code fragile} likewise until the account is mended, and {@code causes} makes it say something itself.
     */
    Uni<Void> note(PermissionGranted granted) {
        attempts.merge(granted.accountId(), 1, Integer::sum);
        return add(granted.accountId(), granted.targetIdentifier()).chain(() -> switch (granted.targetType()) {
            case "breaks" -> broken(granted);
            case "fragile" ->
                mended.contains(granted.accountId()) ? Uni.createFrom().voidItem() : broken(granted);
            case "causes" -> outbox.record(Topics.IDENTITY_ACCOUNT, token(granted.accountId(), 1));
            case "clashes" -> add(granted.accountId(), granted.targetIdentifier());
            default -> Uni.createFrom().voidItem();
        });
    }

    Uni<Void> close(UUID account) {
        return Panache.withTransaction(() -> closed.close(account));
    }

    Uni<Void> note(TagCreated created) {
        return created.tag().equals("broken")
                ? Uni.createFrom().failure(new IllegalStateException("told to break"))
                : add(created.accountId(), created.tag());
    }

    /** As whoever wrote the message of an exception that quotes what it was about. */
    private static Uni<Void> broken(PermissionGranted granted) {
        return Uni.createFrom().failure(new IllegalStateException("told to break over " + granted.targetIdentifier()));
    }

    void mend(UUID account) {
        mended.add(account);
    }

    int attempts(UUID account) {
        return attempts.getOrDefault(account, 0);
    }

    Uni<List<String>> notes(UUID account) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(ALL, String.class)
                        .setParameter("account", account)
                        .getResultList()));
    }

    private static Uni<Void> add(UUID account, String text) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("account", account)
                        .setParameter("text", text)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private TokenIssued token(UUID account, int number) {
        return new TokenIssued(account, account, new UUID(0, number), clock.instant());
    }

    private static void refuseIfTold(SayTokens command) {
        if (command.refused()) {
            throw Refusal.conflict("TOLD_SO", "Told to refuse.");
        }
    }
}
