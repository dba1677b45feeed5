package io.handover.provisioning.idempotency;

import io.handover.kit.refusal.Refusal;
import io.handover.kit.sql.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What has been made by which request. */
@ApplicationScoped
public class IdempotentRequests {

    private static final String FIND = """
            select fingerprint, server_id from idempotency_key
            where user_id = :user and key_hash = :key and created_at > :forgotten""";

    private static final String FORGET = "delete from idempotency_key where created_at <= :forgotten";

    private static final String REMEMBER = """
            insert into idempotency_key (user_id, key_hash, fingerprint, server_id, created_at)
            values (:user, :key, :fingerprint, :server, :now) on conflict do nothing""";

    private final IdempotencyConfig config;
    private final Clock clock;

    IdempotentRequests(IdempotencyConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * The server that the same request made before.
     *
     * @return fails with a {@link Refusal} (409) when the key came with another body
     */
    public Uni<Optional<UUID>> made(IdempotentRequest request) {
        return Sql.rows(FIND, Map.of("user", request.userId(), "key", request.keyHash(), "forgotten", forgotten()))
                .map(rows -> server(rows, request));
    }

    /**
     * Remembers, in the present transaction, what a request makes. Waits for the end of another transaction that does
     * the same.
     *
     * @return false when that one made it
     */
    public Uni<Boolean> remember(IdempotentRequest request, UUID serverId) {
        return Sql.execute(FORGET, Map.of("forgotten", forgotten()))
                .chain(() -> Sql.change(
                        REMEMBER,
                        Map.of(
                                "user", request.userId(),
                                "key", request.keyHash(),
                                "fingerprint", request.fingerprint(),
                                "server", serverId,
                                "now", clock.instant())))
                .map(rows -> rows == 1);
    }

    private Instant forgotten() {
        return clock.instant().minus(config.retention());
    }

    private static Optional<UUID> server(List<Object[]> rows, IdempotentRequest request) {
        return rows.stream().findFirst().map(row -> {
            if (!Arrays.equals((byte[]) row[0], request.fingerprint())) {
                throw Refusal.conflict(
                        "IDEMPOTENCY_KEY_REUSED",
                        "Idempotency-Key: was used for a request with another body. Use a new key for a new request.");
            }
            return (UUID) row[1];
        });
    }
}
