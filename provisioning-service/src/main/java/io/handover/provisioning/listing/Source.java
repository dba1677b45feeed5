package io.handover.provisioning.listing;

/**
 * Where rows {@code s} come from that a member may see because of one kind of grant.
 *
 * @param rows SQL from {@code from} to {@code where}, with the table of the list as {@code s}
 * @param age alias of the table whose index keeps the rows in the order of their age
 * @param grants conditions on a grant {@code g} in whose name the rows are looked up, once for each; empty if the rows
 *     themselves say whose they are
 */
public record Source(String rows, String age, String grants) {

    /** An SQL condition: the member {@code :user} was granted something, all of which the rest is about. */
    public static String granted(String condition) {
        return "exists (select from access_grant g where g.user_id = :user and " + condition + ")";
    }

    /** Rows that are there for the member as a whole. */
    public static Source of(String rows) {
        return new Source(rows, "s", "");
    }

    /** Rows that are there once more for each grant, in the order of an index of theirs. */
    public static Source each(String grants, String rows, String age) {
        return new Source(rows, age, grants);
    }
}
