package io.handover.chaos.observe;

import java.util.Set;
import java.util.TreeSet;

/** Every table's content, in short: whatever changes is seen, and not what it was. */
final class Fingerprints {

    /** What changes by itself: stocks of keys, and how much of a trail was announced. */
    private static final Set<String> RESTLESS = Set.of(
            "notification.account_version",
            "notification.audit_chain",
            "notification.delivery_key",
            "notification.outbox",
            "provisioning.offered_key");

    private static final String TABLES =
            "select tablename from pg_tables where schemaname = 'public' order by tablename";

    private final Databases databases;

    Fingerprints(Databases databases) {
        this.databases = databases;
    }

    Set<String> take() {
        Set<String> taken = new TreeSet<>();
        for (String service : Databases.SERVICES) {
            for (String table : databases.texts(service, TABLES)) {
                String name = service + "." + table;
                if (!RESTLESS.contains(name)) {
                    taken.add(name + " " + databases.texts(service, content(table)));
                }
            }
        }
        return taken;
    }

    private static String content(String table) {
        return "select count(*), md5(coalesce(string_agg(md5(row::text), '' order by md5(row::text)), '')) from "
                + table + " row";
    }
}
