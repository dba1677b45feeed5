package io.handover.provisioning.listing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a list is sorted. Rows that are alike stand by age, so that pages never overlap.
 *
 * @param columns what comes before the age, as SQL of a row {@code s}; may be empty
 */
public record Order(List<String> columns, boolean descending) {

    /** Oldest first. */
    public static final Order BY_AGE = new Order(List.of(), false);

    /**
     * As SQL.
     *
     * @param age alias of the table whose index keeps the age
     * @param key the column that tells apart what is of the same age
     */
    String sql(String age, String key) {
        String way = descending ? " desc" : "";
        String wayOfAge = columns.isEmpty() ? way : "";
        return Stream.concat(
                        columns.stream().map(column -> column + way),
                        Stream.of("created_at", key).map(column -> age + "." + column + wayOfAge))
                .collect(Collectors.joining(", "));
    }
}
