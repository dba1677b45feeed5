package io.handover.provisioning.listing;

import io.handover.kit.caller.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page of the rows of a table that a caller may see, as one SQL statement.
 *
 * <p>What a member may see comes from a source for each kind of grant. Every source is read in the order of the list,
 * and no further than the page ends, so what is read depends on the page and on the member's grants, not on how many
 * rows there are.
 *
 * @param columns what is selected of a row {@code s}
 * @param key the primary key
 * @param sources of what a member may see
 */
public record Listing(
        String columns, String table, String key, List<Source> sources, Conditions conditions, Order order, Page page) {

    /** With the parameters that {@link #parameters} names. */
    public String sql(Caller caller) {
        String which = caller.main()
                ? "s.account_id = :account" + conditions.sql()
                : "s." + key + " in (" + sources.stream().map(this::read).collect(Collectors.joining(" union all "))
                        + ")";
        return "select " + columns + " from " + table + " s where " + which + " order by " + order.sql("s", key)
                + (page.limit() == null ? "" : " limit :limit") + (page.offset() == 0 ? "" : " offset :offset");
    }

    /** The values in the statement, by their names. */
    public Map<String, Object> parameters(Caller caller) {
        Map<String, Object> parameters = new HashMap<>(conditions.values());
        parameters.put("account", caller.accountId());
        if (!caller.main()) {
            parameters.put("user", caller.userId());
        }
        if (page.limit() != null) {
            parameters.put("limit", page.limit());
        }
        if (page.end() != null && !caller.main()) {
            parameters.put("end", page.end());
        }
        if (page.offset() > 0) {
            parameters.put("offset", page.offset());
        }
        return parameters;
    }

    private String read(Source source) {
        String rows = "select s." + key + " from " + source.rows() + " and s.account_id = :account" + conditions.sql()
                + " order by " + order.sql(source.age(), key) + (page.limit() == null ? "" : " limit :end");
        return source.grants().isEmpty()
                ? "(" + rows + ")"
                : "select one." + key + " from access_grant g cross join lateral (" + rows
                        + ") one where g.user_id = :user and " + source.grants();
    }
}
