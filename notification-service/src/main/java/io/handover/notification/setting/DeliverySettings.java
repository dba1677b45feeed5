package io.handover.notification.setting;

import io.handover.kit.sql.Sql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** The settings of accounts, in the table {@code delivery_setting}; who has no row has the defaults. */
@ApplicationScoped
public class DeliverySettings {

    private static final String CHANGE = """
            insert into delivery_setting (account_id, rotate_on_bounce) values (:account, :rotate)
            on conflict (account_id) do update set rotate_on_bounce = excluded.rotate_on_bounce""";

    private static final String FIND = "select rotate_on_bounce from delivery_setting where account_id = :account";

    DeliverySettings() {}

    /**
     * Whether a password that did not arrive is replaced by one for the account's other contact, without asking; inside
     * the caller's session.
     */
    public Uni<Boolean> rotatesOnBounce(UUID accountId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Boolean.class)
                        .setParameter("account", accountId)
                        .getSingleResultOrNull())
                .map(Boolean.TRUE::equals);
    }

    /** An account has the defaults again; inside the caller's transaction. */
    public Uni<Void> forget(UUID accountId) {
        return Sql.execute("delete from delivery_setting where account_id = :account", Map.of("account", accountId));
    }

    @WithSession
    Uni<DeliverySettingsView> show(UUID accountId) {
        return rotatesOnBounce(accountId).map(DeliverySettingsView::new);
    }

    @WithTransaction
    Uni<DeliverySettingsView> change(UUID accountId, boolean rotateOnBounce) {
        return Sql.execute(CHANGE, Map.of("account", accountId, "rotate", rotateOnBounce))
                .replaceWith(new DeliverySettingsView(rotateOnBounce));
    }
}
