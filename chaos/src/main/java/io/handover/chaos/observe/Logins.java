package io.handover.chaos.observe;

import io.handover.chaos.history.KnownPassword;
import io.handover.quickstart.client.Shell;
import io.handover.quickstart.client.Unexpected;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which passwords let in to servers that run. */
final class Logins {

    /** Each login takes a hash that is slow on purpose. */
    private static final int SERVERS_MAX = 40;

    private static final int TRIES_MAX = 3;
    private static final String RUNNING =
            "select hostname, ssh_host, ssh_port from server where upper(state) = 'STARTED' order by created_at desc";

    private final Databases databases;

    Logins(Databases databases) {
        this.databases = databases;
    }

    /** By hostname, of servers with a password that anybody knows. */
    Map<String, Set<String>> tryAll(List<KnownPassword> known) {
        Map<String, Set<String>> passwords = known.stream()
                .collect(Collectors.groupingBy(
                        KnownPassword::hostname, Collectors.mapping(KnownPassword::password, Collectors.toSet())));
        Map<String, Set<String>> logins = new TreeMap<>();
        databases.rows("provisioning", RUNNING).stream()
                .filter(server -> passwords.containsKey(server.getFirst()))
                .limit(SERVERS_MAX)
                .forEach(server -> logins.put(
                        server.getFirst(),
                        lettingIn(
                                new Shell(server.get(1), Integer.parseInt(server.get(2)), "root"),
                                passwords.getOrDefault(server.getFirst(), Set.of()))));
        return logins;
    }

    private static Set<String> lettingIn(Shell shell, Set<String> passwords) {
        return new HashSet<>(
                passwords.stream().filter(password -> letsIn(shell, password)).collect(Collectors.toSet()));
    }

    /** A machine that says neither yes nor no is asked again. */
    private static boolean letsIn(Shell shell, String password) {
        for (int tried = 0; tried < TRIES_MAX; tried++) {
            if (shell.refuses(password)) {
                return false;
            }
            try {
                shell.hostname(password);
                return true;
            } catch (Unexpected unreachable) {
                // Then it may be too busy.
            }
        }
        throw new Unexpected(shell + " does not answer.");
    }
}
