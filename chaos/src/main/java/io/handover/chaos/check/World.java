package io.handover.chaos.check;

import io.handover.chaos.history.KnownPassword;
import io.handover.chaos.history.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is left when everything is healed and nothing moves any more.
 *
 * @param present what is there
 * @param servers of all accounts
 * @param deliveries of all servers, also of those that are gone, in the order in which they were made
 * @param passwords that reached their owners, each time that they did
 * @param logins by hostname the passwords that let in, of servers that were tried
 * @param leftovers what should be nothing, and how much of it there is
 * @param comparisons what must be the same in two places
 */
public record World(
        Set<Subject> present,
        List<ServerSeen> servers,
        List<DeliverySeen> deliveries,
        List<KnownPassword> passwords,
        Map<String, Set<String>> logins,
        Map<String, Long> leftovers,
        List<Comparison> comparisons) {

    /**
     * The same after something else was done to it, which must have left as little over, and the same in two places.
     */
    public World after(Map<String, Long> leftoversNow, Comparison comparison) {
        List<Comparison> all =
                Stream.concat(comparisons.stream(), Stream.of(comparison)).toList();
        return new World(present, servers, deliveries, passwords, logins, leftoversNow, all);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "World[" + servers.size() + " servers]";
    }
}
