package io.handover.identity.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Passwords that attackers try first: the resource {@code common-passwords.txt}, one a line in lower case. */
final class CommonPasswords {

    private static final Set<String> ALL = load();

    private CommonPasswords() {}

    static boolean contains(String folded) {
        return ALL.contains(folded) || ALL.contains(folded.replaceAll("[\\s_-]", ""));
    }

    private static Set<String> load() {
        try (var in = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("common-passwords.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
