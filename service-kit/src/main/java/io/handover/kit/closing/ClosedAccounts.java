package io.handover.kit.closing;

import io.handover.kit.sql.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/**
 * The accounts that are closed here, in the table {@code closed_account}. From then on the inbox passes over what is
 * said of them, their dead letters are gone, and the outbox takes nothing that a request of theirs would say.
 */
@ApplicationScoped
public class ClosedAccounts {

    /** Waits for every event that is half applied; those that come meanwhile wait, and find the account closed. */
    private static final String ALONE = "lock table inbox in share row exclusive mode";

    private static final String CLOSE =
            "insert into closed_account (account_id) values (:account) on conflict do nothing";

    private static final String DROP_LETTERS = "delete from dead_letter where account_id = :account";

    ClosedAccounts() {}

    /**
     * Closes an account, in the present transaction, before that takes a lock which the effect of an event may wait
     * for. What is deleted of the account after that is gone for good.
     */
    public Uni<Void> close(UUID accountId) {
        Map<String, UUID> account = Map.of("account", accountId);
        return Sql.execute(ALONE, Map.of())
                .chain(() -> Sql.execute(CLOSE, account))
                .chain(() -> Sql.execute(DROP_LETTERS, account));
    }
}
