package io.handover.chaos.observe;

import io.handover.chaos.kafka.Groups;
import java.util.Map;
import java.util.TreeMap;

/** What should be nothing once everything has come to rest. */
final class Leftovers {

    private static final Map<String, String> OF_PROVISIONING = Map.of(
            "jobs", "select count(*) from job",
            "deployments under way", "select count(*) from deployment",
            "passwords being set", "select count(*) from rotation",
            "passwords on their way", "select count(*) from password_delivery where ended_at is null");

    private final Databases databases;
    private final Groups groups;

    Leftovers(Databases databases, Groups groups) {
        this.databases = databases;
        this.groups = groups;
    }

    Map<String, Long> count() {
        Map<String, Long> left = new TreeMap<>();
        Databases.SERVICES.forEach(service -> {
            left.put("unpublished events of " + service, databases.number(service, "select count(*) from outbox"));
            left.put("events put aside by " + service, databases.number(service, "select count(*) from dead_letter"));
        });
        OF_PROVISIONING.forEach((what, query) -> left.put(what, databases.number("provisioning", query)));
        left.put(
                "deliveries under way",
                databases.number("notification", "select count(*) from delivery where ended_at is null"));
        left.putAll(groups.lags());
        left.putAll(groups.deadLetters());
        return left;
    }
}
