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
            on conflict (account_id) do update set email = excluded.email, phone = excluded.phone
            where contact.email is not null""";

    private static final String CLOSE = """
            insert into contact (account_id) values (:account)
            on conflict (account_id) do update set email = null, phone = null""";

    private static final String FIND = "select email, phone from contact where account_id = :account";

    Contacts() {}

    /** Inside the caller's session. */
    public Uni<Contact> of(UUID accountId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Tuple.class)
                        .setParameter("account", accountId)
                        .getSingleResultOrNull())
                .map(row -> {
                    if (row == null) {
                        return new Contact.Unknown();
                    }
                    String email = row.get("email", String.class);
                    return email == null
                            ? new Contact.Closed()
                            : new Contact.Known(email, row.get("phone", String.class));
                });
    }

    Uni<Void> open(UUID accountId, String email, String phone) {
        return Sql.execute(OPEN, Map.of("account", accountId, "email", email, "phone", phone));
    }

    Uni<Void> change(UUID accountId, String email, String phone) {
        return Sql.execute(CHANGE, Map.of("account", accountId, "email", email, "phone", phone));
    }

    /** The row stays, empty: a closed account does not come back with an event that is late. */
    Uni<Void> close(UUID accountId) {
        return Sql.execute(CLOSE, Map.of("account", accountId));
    }
}
