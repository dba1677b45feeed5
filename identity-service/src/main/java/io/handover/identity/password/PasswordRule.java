package io.handover.identity.password;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a password must be (NIST SP 800-63B-4, section 3.1.1.2): long and not easily guessed; any characters will do.
 * Pure. Texts are in NFC.
 */
enum PasswordRule {
    LONG_ENOUGH("must have at least 15 characters.") {
        @Override
        boolean keptBy(String password, Collection<String> personal) {
            return length(password) >= LENGTH_MIN;
        }
    },
    NOT_TOO_LONG("must have at most 256 characters.") {
        @Override
        boolean keptBy(String password, Collection<String> personal) {
            return length(password) <= LENGTH_MAX;
        }
    },
    UNCOMMON("must not be a password that many people use.") {
        @Override
        boolean keptBy(String password, Collection<String> personal) {
            return !CommonPasswords.contains(folded(password));
        }
    },
    VARIED("must not be one piece of text again and again.") {
        @Override
        boolean keptBy(String password, Collection<String> personal) {
            String text = folded(password);
            return Stream.iterate(1, unit -> unit <= text.length() / 2, unit -> unit + 1)
                    .noneMatch(unit -> text.regionMatches(0, text, unit, text.length() - unit));
        }
    },
    UNORDERED("must not be a row of neighbouring keys, letters or digits.") {
        @Override
        boolean keptBy(String password, Collection<String> personal) {
            String text = folded(password);
            long neighbours = Stream.iterate(1, at -> at < text.length(), at -> at + 1)
                    .filter(at -> areNeighbours(text.charAt(at - 1), text.charAt(at)))
                    .count();
            return neighbours * 4 < (text.length() - 1) * 3L;
        }
    },
    IMPERSONAL("must not be made of the username or the name of the service.") {
        @Override
        boolean keptBy(String password, Collection<String> personal) {
            String text = folded(password);
            for (String word : personal) {
                text = word.isEmpty() ? text : text.replace(folded(word), "");
            }
            return length(text) >= OTHER_LENGTH_MIN;
        }
    };

    /** NIST wants 15 where a password is the only factor. */
    static final int LENGTH_MIN = 15;

    /** NIST wants 64 accepted; the hash takes any length, so this only bounds the work. */
    static final int LENGTH_MAX = 256;

    /** What must remain when all personal words are taken away. */
    private static final int OTHER_LENGTH_MIN = 8;

    private static final List<String> ROWS =
            List.of("01234567890", "abcdefghijklmnopqrstuvwxyza", "qwertyuiop", "asdfghjkl", "zxcvbnm");

    private final String reason;

    PasswordRule(String reason) {
        this.reason = reason;
    }

    /** Why a password is refused, by the first rule that it breaks. */
    static Optional<String> broken(String password, Collection<String> personal) {
        return Stream.of(values())
                .filter(rule -> !rule.keptBy(password, personal))
                .map(rule -> rule.reason)
                .findFirst();
    }

    abstract boolean keptBy(String password, Collection<String> personal);

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static boolean areNeighbours(char one, char other) {
        String upwards = "" + one + other;
        String downwards = "" + other + one;
        return ROWS.stream().anyMatch(row -> row.contains(upwards) || row.contains(downwards));
    }
}
