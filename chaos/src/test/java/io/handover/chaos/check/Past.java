package io.handover.chaos.check;

import io.handover.chaos.history.Disruption;
import io.handover.chaos.history.Kind;
import io.handover.chaos.history.KnownPassword;
import io.handover.chaos.history.Operation;
import io.handover.chaos.history.Outcome;
import io.handover.chaos.history.Subject;
import io.handover.chaos.history.Thing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A history that is told line by line, and what is left of it. Each operation takes a tenth of a second. */
final class Past {

    static final Subject SERVER = new Subject(Thing.SERVER, "web.example.org");
    static final Subject ACCESS = new Subject(Thing.ACCESS, "web.example.org");
    static final Subject TOKEN = new Subject(Thing.TOKEN, "ci");

    private final List<Operation> operations = new ArrayList<>();
    private final List<Disruption> disruptions = new ArrayList<>();
    private final Set<Subject> present = new HashSet<>();
    private final List<ServerSeen> servers = new ArrayList<>();
    private final List<DeliverySeen> deliveries = new ArrayList<>();
    private final List<KnownPassword> passwords = new ArrayList<>();
    private final Map<String, Set<String>> logins = new HashMap<>();
    private final Map<String, Long> leftovers = new HashMap<>();
    private final List<Comparison> comparisons = new ArrayList<>();
    private int tenths;

    Past did(Kind kind, Subject subject, Outcome outcome) {
        return did(kind, subject, outcome, 0);
    }

    Past did(Kind kind, Subject subject, Outcome outcome, int gateway) {
        int status = switch (outcome) {
            case ACKNOWLEDGED -> 200;
            case REFUSED -> 403;
            case UNKNOWN -> 502;
        };
        operations.add(new Operation(kind, subject, gateway, now(), now().plusMillis(90), outcome, status));
        tenths++;
        return this;
    }

    Past killed(String part) {
        disruptions.add(new Disruption("kill", part, true, now(), now().plusMillis(90)));
        tenths++;
        return this;
    }

    Past present(Subject... subjects) {
        present.addAll(Set.of(subjects));
        return this;
    }

    Past server(String state) {
        servers.add(new ServerSeen("1", SERVER.name(), state));
        return this;
    }

    Past delivery(String channel, String state, String reason) {
        deliveries.add(new DeliverySeen("d" + deliveries.size(), SERVER.name(), channel, state, reason));
        return this;
    }

    /** One that was in an answer names its delivery, if it is not the first. */
    Past password(String channel, String delivery, String password) {
        passwords.add(new KnownPassword(
                SERVER.name(), channel, delivery, password, Instant.EPOCH.plusSeconds(passwords.size())));
        return this;
    }

    Past letsIn(String... known) {
        logins.put(SERVER.name(), Set.of(known));
        return this;
    }

    Past left(String what, long count) {
        leftovers.put(what, count);
        return this;
    }

    Past compared(Set<String> expected, Set<String> found) {
        comparisons.add(new Comparison("the copy", expected, found));
        return this;
    }

    Verdict verdict() {
        return Verdict.on(
                operations,
                disruptions,
                new World(present, servers, deliveries, passwords, logins, leftovers, comparisons));
    }

    List<String> violations() {
        return verdict().violations();
    }

    private Duration now() {
        return Duration.ofMillis(100L * tenths);
    }
}
