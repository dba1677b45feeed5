package io.handover.chaos.observe;

import io.handover.chaos.check.Comparison;
import io.handover.chaos.check.DeliverySeen;
import io.handover.chaos.check.ServerSeen;
import io.handover.chaos.check.World;
import io.handover.chaos.history.KnownPassword;
import io.handover.chaos.history.Subject;
import io.handover.chaos.history.Thing;
import io.handover.chaos.kafka.Groups;
import io.handover.quickstart.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Waits until nothing moves any more, and then sees what there is. */
public final class Observer {

    private static final String ACCESS = """
            select hostname from server join server_tag using (server_id)
            union select hostname from server join access_grant on target_identifier = cast(server_id as text)""";
    private static final String SERVERS = "select server_id, hostname, upper(state) from server";
    private static final String DELIVERIES = """
            select delivery_id, hostname, lower(method), state, reason from delivery order by created_at, delivery_id""";
    private static final String WITH_MACHINES = "select server_id from server where upper(state) <> 'ERROR'";

    private final Databases databases;
    private final Leftovers leftovers;
    private final Fingerprints fingerprints;
    private final Home home;

    /** Of the stack in a home. */
    public Observer(String postgresql, Groups groups, Home home) {
        this.databases = new Databases(postgresql, home);
        this.leftovers = new Leftovers(databases, groups);
        this.fingerprints = new Fingerprints(databases);
        this.home = home;
    }

    /** What is left to be done, and of what was put aside, how much. */
    public Map<String, Long> leftovers() {
        return leftovers.count();
    }

    /** Every table, in short. */
    public Set<String> fingerprints() {
        return fingerprints.take();
    }

    /** Hostnames of the servers of an account, by its username. */
    public Set<String> hostnames(String username) {
        String account = databases
                .texts("identity", "select account_id from account_user where username = '" + username + "'")
                .getFirst();
        return Set.copyOf(
                databases.texts("provisioning", "select hostname from server where account_id = '" + account + "'"));
    }

    /**
     * What there is.
     *
     * @param shown passwords that owners saw in answers
     * @param more what else must be the same
     */
    public World look(Postbox postbox, List<KnownPassword> shown, List<Comparison> more) throws IOException {
        List<KnownPassword> passwords =
                Stream.concat(postbox.passwords().stream(), shown.stream()).toList();
        List<Comparison> comparisons = new ArrayList<>(more);
        Projection.all().forEach(projection -> comparisons.add(projection.compare(databases)));
        comparisons.add(machines());
        comparisons.add(disks());
        return new World(
                present(),
                databases.rows("provisioning", SERVERS).stream()
                        .map(row -> new ServerSeen(row.getFirst(), row.get(1), row.get(2)))
                        .toList(),
                databases.rows("notification", DELIVERIES).stream()
                        .map(row -> new DeliverySeen(row.getFirst(), row.get(1), row.get(2), row.get(3), row.get(4)))
                        .toList(),
                passwords,
                new Logins(databases).tryAll(passwords),
                leftovers(),
                comparisons);
    }

    private Set<Subject> present() {
        Set<Subject> present = new HashSet<>();
        add(present, Thing.ACCOUNT, "identity", "select username from account_user where user_id = account_id");
        add(present, Thing.MEMBER, "identity", "select username from account_user where user_id <> account_id");
        add(present, Thing.TOKEN, "identity", "select name from api_token");
        add(present, Thing.SERVER, "provisioning", "select hostname from server");
        add(present, Thing.ACCESS, "provisioning", ACCESS);
        return present;
    }

    private void add(Set<Subject> present, Thing thing, String database, String query) {
        databases.texts(database, query).forEach(name -> present.add(new Subject(thing, name)));
    }

    private Comparison machines() throws IOException {
        return new Comparison(
                "the machines of servers",
                Set.copyOf(databases.texts("provisioning", WITH_MACHINES)),
                files("machines"));
    }

    private Comparison disks() throws IOException {
        return new Comparison(
                "the disks of storages",
                Set.copyOf(databases.texts("provisioning", "select storage_id from storage")),
                files("disks"));
    }

    /** Names without their endings; what begins with a dot is being written. */
    private Set<String> files(String kind) throws IOException {
        Path folder = home.folder("sandbox").resolve(kind);
        if (!Files.exists(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .map(name -> name.replaceFirst("\\.json$", ""))
                    .collect(Collectors.toSet());
        }
    }
}
