package io.handover.system.permission;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be tried with one thing. */
enum Verb {
    READ("GET", "", "", null),
    EXPLAIN("GET", "", "", null),
    CHANGE("PUT", "", "", null),
    START("POST", "/start", "", Kind.SERVER),
    STOP("POST", "/stop", "{\"stop_server\":{\"stop_type\":\"hard\"}}", Kind.SERVER),
    NETWORKING("GET", "/networking", "", Kind.SERVER),
    FIREWALL("GET", "/firewall_rule", "", Kind.SERVER),
    LOGIN("GET", "/access", "", Kind.SERVER),
    MARK("POST", "/favorite", "", Kind.STORAGE),
    // The rest is asked only where it has to be refused: it would take time, or leave something behind.
    ANOTHER_PASSWORD("POST", "/password", "{\"method\":\"none\"}", Kind.SERVER),
    CLONE("POST", "/clone", "{\"storage\":{\"zone\":\"fi-hel1\",\"title\":\"copy\"}}", Kind.STORAGE),
    BACK_UP("POST", "/backup", "{\"storage\":{\"title\":\"copy\"}}", Kind.STORAGE);

    final String method;
    final String suffix;
    final String body;

    /** What it can be tried with; null for everything. */
    final @Nullable Kind only;

    Verb(String method, String suffix, String body, @Nullable Kind only) {
        this.method = method;
        this.suffix = suffix;
        this.body = body;
        this.only = only;
    }

    static List<Verb> of(Kind kind) {
        return Arrays.stream(values())
                .filter(verb -> verb.only == null || verb.only == kind)
                .toList();
    }

    boolean isOnlyForRefusals() {
        return compareTo(ANOTHER_PASSWORD) >= 0;
    }
}
