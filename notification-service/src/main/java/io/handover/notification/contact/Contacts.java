package io.handover.notification.contact;

import io.handover.kit.sql.Sql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Map;
import java.util.UUID;

/** The contacts of accounts, in the table {@code contact}. */
@ApplicationScoped
public class Contacts {

    private static final String OPEN = """
            insert into contact (account_id, email, phone) values (:account, :email, :phone)
            on conflict do nothing""";

    private static final String CHANGE = """
            insert into contact (account_id, email, phone) values (:account, :email, :phone)
            on conflict (account_id) do update set email = excluded.email, phone = excluded.phone""";

    private static final String FIND = "select email, phone from contact where account_id = :account";

    Contacts() {}

    /** Inside the caller's session. */
    public Uni<Contact> of(UUID accountId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Tuple.class)
                        .setParameter("account", accountId)
                        .getSingleResultOrNull())
                .map(row -> row == null
                        ? new Contact.Unknown()
                        : new Contact.Known(row.get("email", String.class), row.get("phone", String.class)));
    }

    /** An account has a contact, unless a newer one is known. */
    public Uni<Void> open(UUID accountId, String email, String phone) {
        return Sql.execute(OPEN, Map.of("account", accountId, "email", email, "phone", phone));
    }

    /** An account has another contact. */
    public Uni<Void> change(UUID accountId, String email, String phone) {
        return Sql.execute(CHANGE, Map.of("account", accountId, "email", email, "phone", phone));
    }

    /** It is nobody's any more. */
    public Uni<Void> forget(UUID accountId) {
        return Sql.execute("delete from contact where account_id = :account", Map.of("account", accountId));
    }
}
