package io.handover.chaos.observe;

import io.handover.chaos.check.Comparison;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one service keeps of what another one decides: two queries that must find the same.
 *
 * @param what in words
 * @param source the database of the service that decides
 * @param copy the database of the one that hears of it
 */
record Projection(String what, String source, String decided, String copy, String kept) {

    private static final String GRANTS =
            "select permission_id, account_id, user_id, target_type, target_identifier, storage from ";
    private static final String TAGS = "select server_id, account_id, tag from server_tag";
    private static final String ATTACHMENTS = "select storage_id, server_id from storage_attachment";

    /** All that there are. */
    static List<Projection> all() {
        return Stream.concat(
                        Stream.of(
                                new Projection(
                                        "the users of permission",
                                        "identity",
                                        "select user_id, account_id, username from account_user",
                                        "permission",
                                        "select user_id, account_id, username from account_user"),
                                new Projection(
                                        "the contacts of notification",
                                        "identity",
                                        "select account_id, email, phone from account_user where user_id = account_id",
                                        "notification",
                                        "select account_id, email, phone from contact"),
                                new Projection(
                                        "the servers of permission",
                                        "provisioning",
                                        "select server_id, account_id from server where upper(state) <> 'ERROR'",
                                        "permission",
                                        target("SERVER")),
                                new Projection(
                                        "the storages of permission",
                                        "provisioning",
                                        "select storage_id, account_id from storage",
                                        "permission",
                                        target("STORAGE")),
                                new Projection(
                                        "the tagged servers of permission", "provisioning", TAGS, "permission", TAGS),
                                new Projection(
                                        "the tagged servers of notification",
                                        "provisioning",
                                        TAGS,
                                        "notification",
                                        TAGS),
                                new Projection(
                                        "the attached storages of permission",
                                        "provisioning",
                                        ATTACHMENTS,
                                        "permission",
                                        ATTACHMENTS),
                                new Projection(
                                        "the deliveries of provisioning",
                                        "notification",
                                        """
                                        select delivery_id, server_id,
                                               case state when 'expired' then 'FAILED' else upper(state) end from delivery""",
                                        "provisioning",
                                        "select delivery_id, server_id, state from password_delivery")),
                        Stream.of("identity", "provisioning", "notification")
                                .map(service -> new Projection(
                                        "the permissions of " + service,
                                        "permission",
                                        GRANTS + "permission",
                                        service,
                                        GRANTS + "access_grant")))
                .toList();
    }

    Comparison compare(Databases databases) {
        return new Comparison(
                what, Set.copyOf(databases.texts(source, decided)), Set.copyOf(databases.texts(copy, kept)));
    }

    private static String target(String type) {
        return "select target_identifier, account_id from target where upper(target_type) = '" + type
                + "' and not gone";
    }
}
