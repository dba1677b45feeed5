package io.handover.kit.sql;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** SQL in the present session of Hibernate Reactive, for what entities cannot say. */
public final class Sql {

    private Sql() {}

    /**
     * Changes rows.
     *
     * @return how many
     */
    public static Uni<Integer> change(String sql, Map<String, ?> parameters) {
        return Panache.getSession().chain(session -> {
            var statement = session.createNativeQuery(sql);
            parameters.forEach(statement::setParameter);
            return statement.executeUpdate();
        });
    }

    /** Changes rows, however many. */
    public static Uni<Void> execute(String sql, Map<String, ?> parameters) {
        return change(sql, parameters).replaceWithVoid();
    }

    /** Reads rows of several columns. */
    public static Uni<List<Object[]>> rows(String sql, Map<String, ?> parameters) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql, Object[].class);
            parameters.forEach(query::setParameter);
            return query.getResultList();
        });
    }

    /** Takes a step for each item, one after the other: a session does one thing at a time. */
    public static <T> Uni<Void> each(Collection<T> items, Function<T, Uni<?>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> step.apply(item).replaceWith(item))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
