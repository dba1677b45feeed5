package io.handover.notification.audit;

import io.handover.events.audit.AuditLine;
import io.handover.kit.sql.Sql;
import io.handover.notification.audit.AuditKeys.Signer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Appends lines. Whoever does holds the account's head until the end of its transaction, so that no number is skipped.
 */
@ApplicationScoped
class AuditChains {

    private static final String LOCK = """
            select size, encode(hash, 'hex'), checkpoint from audit_chain where account_id = :account for update""";

    private static final String BEGIN = """
            insert into audit_chain (account_id, size, hash) values (:account, 0, decode(:hash, 'hex'))
            on conflict do nothing""";

    /** Texts that become something else are cast twice: else the driver wants something else, too. */
    private static final String APPEND = """
            insert into audit_line (event_id, account_id, occurred_at, actor, actor_token, client_address,
                                    action, target_type, target_id, target_name, success, detail, sequence, hash)
            values (cast(cast(:id as text) as uuid), cast(cast(:account as text) as uuid),
                    cast(cast(:time as text) as timestamptz), nullif(:actor, ''),
                    cast(nullif(:actor_token, '') as uuid), nullif(:client_address, ''), :action, :target_type,
                    :target_id, nullif(:target_name, ''), :outcome = 'success', nullif(:detail, ''),
                    :sequence, decode(:hash, 'hex'))""";

    private static final String MOVE = """
            update audit_chain set size = :size, hash = decode(:hash, 'hex'), checkpoint = nullif(:checkpoint, '')
            where account_id = :account""";

    private final Signer signer;
    private final Clock clock;
    private final Counter broken;

    AuditChains(AuditKeys keys, Clock clock, MeterRegistry meters) {
        this.signer = keys.signer();
        this.clock = clock;
        this.broken = meters.counter("handover.audit.chain.broken");
    }

    /** Writes the next line of an account; needs a transaction. */
    Uni<Void> append(UUID account, Map<String, @Nullable String> facts) {
        return lock(account)
                .invoke(this::warnUnlessSigned)
                .map(head -> head.then(facts, signer, clock.instant()))
                .chain(head -> insert(head, facts).chain(() -> move(head)));
    }

    /** Deletes all lines of an account, and where they ended. */
    Uni<Void> forget(UUID account) {
        Map<String, Object> ofAccount = Map.of("account", account);
        return Sql.execute("delete from audit_chain where account_id = :account", ofAccount)
                .chain(() -> Sql.execute("delete from audit_line where account_id = :account", ofAccount));
    }

    private Uni<ChainHead> lock(UUID account) {
        return find(account)
                .chain(found -> found.map(head -> Uni.createFrom().item(head))
                        .orElseGet(
                                () -> begin(account).chain(() -> find(account)).map(Optional::orElseThrow)));
    }

    private static Uni<Optional<ChainHead>> find(UUID account) {
        return Sql.rows(LOCK, Map.of("account", account))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new ChainHead(account, (Long) row[0], (String) row[1], (String) row[2])));
    }

    private static Uni<Void> begin(UUID account) {
        ChainHead first = ChainHead.before(account);
        return Sql.execute(BEGIN, Map.of("account", account, "hash", first.hash()));
    }

    private static Uni<Void> insert(ChainHead head, Map<String, @Nullable String> facts) {
        Map<String, Object> values = new HashMap<>();
        facts.forEach((name, value) -> values.put(name, value == null ? "" : value));
        values.put(AuditLine.SEQUENCE, head.size());
        values.put(AuditLine.HASH, head.hash());
        return Sql.execute(APPEND, values);
    }

    private static Uni<Void> move(ChainHead head) {
        String checkpoint = head.checkpoint() == null ? "" : head.checkpoint();
        return Sql.execute(
                MOVE,
                Map.of("account", head.account(), "size", head.size(), "hash", head.hash(), "checkpoint", checkpoint));
    }

    private void warnUnlessSigned(ChainHead head) {
        if (!head.isSigned(signer)) {
            broken.increment();
            Log.errorf("audit trail does not end where it was signed account=%s size=%d", head.account(), head.size());
        }
    }
}
