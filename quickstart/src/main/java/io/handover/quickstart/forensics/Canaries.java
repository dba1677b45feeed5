package io.handover.quickstart.forensics;

import io.handover.quickstart.client.Unexpected;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Texts to be looked for, by names that can be shown: passwords of servers, and texts like them that were planted. */
final class Canaries {

    /** As long and of the same characters as a root password. */
    private static final int LENGTH = 20;

    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final String PLANTED = "the canary in ";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> planted = new TreeMap<>();
    private final Map<String, String> passwords = new TreeMap<>();

    /** A new text to put somewhere; the same one at the next call. */
    synchronized String plantedIn(String where) {
        return planted.computeIfAbsent(PLANTED + where, _ -> random());
    }

    /** Somebody has seen the password of a server; there is only one. */
    synchronized void password(String hostname, String text) {
        String seen = passwords.putIfAbsent("the password of " + hostname, text);
        if (seen != null && !seen.equals(text)) {
            throw new Unexpected("There are two passwords of " + hostname + ".");
        }
    }

    /** The password of a server, if somebody has seen it. */
    synchronized Optional<String> passwordOf(String hostname) {
        return Optional.ofNullable(passwords.get("the password of " + hostname));
    }

    /** What is to be found nowhere. */
    synchronized Set<String> secrets() {
        return Set.copyOf(passwords.keySet());
    }

    /** The names of what was planted in one place, or in several whose names begin the same. */
    synchronized Set<String> namesIn(String where) {
        return planted.keySet().stream()
                .filter(name -> name.startsWith(PLANTED + where))
                .collect(Collectors.toUnmodifiableSet());
    }

    synchronized Map<String, String> all() {
        Map<String, String> all = new TreeMap<>(planted);
        all.putAll(passwords);
        return all;
    }

    private String random() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, at) -> text.append(ALPHABET.charAt(at)), StringBuilder::append)
                .toString();
    }
}
