package io.handover.provisioning.listing;

import io.handover.kit.refusal.Refusal;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a request asks of a list. A parameter that is empty counts as absent, and one that nobody asks for is ignored.
 */
public final class Parameters {

    private static final int REPEATED_MAX = 5;
    private static final int TEXT_LENGTH_MAX = 255;
    private static final int LIMIT_MAX = 100;

    private final MultivaluedMap<String, String> given;

    /** Of a request's query, decoded. */
    public Parameters(MultivaluedMap<String, String> given) {
        this.given = given;
    }

    /** All values, as they are. */
    public List<String> raw(String name) {
        return given.getOrDefault(name, List.of());
    }

    /** Free text: at most 255 characters, none of them a control. */
    public Optional<String> text(String name) {
        Optional<String> text = first(name);
        if (text.stream().anyMatch(given -> given.length() > TEXT_LENGTH_MAX || hasControls(given))) {
            throw bad(name, "must have at most 255 characters, none of them a control.");
        }
        return text;
    }

    /** Up to five values of a type, any of which may fit; the function throws {@link IllegalArgumentException}. */
    public <T> List<T> any(String name, Function<String, T> read, String rule) {
        List<String> texts = raw(name).stream().filter(text -> !text.isEmpty()).toList();
        if (texts.size() > REPEATED_MAX) {
            throw bad(name, "must not come more than 5 times.");
        }
        try {
            return texts.stream().map(read).toList();
        } catch (IllegalArgumentException malformed) {
            throw bad(name, rule);
        }
    }

    /** One of some words: the names of an enum, in lower case. */
    public <E extends Enum<E>> Optional<E> word(String name, Class<E> words) {
        return first(name)
                .map(text -> Arrays.stream(words.getEnumConstants())
                        .filter(word -> lower(word).equals(text))
                        .findFirst()
                        .orElseThrow(() -> bad(
                                name,
                                "must be one of "
                                        + String.join(
                                                ", ",
                                                Arrays.stream(words.getEnumConstants())
                                                        .map(Parameters::lower)
                                                        .toList())
                                        + ".")));
    }

    /** {@code limit} and {@code offset}. */
    public Page page() {
        Optional<Integer> limit =
                number("limit", 1, LIMIT_MAX, "must be a number from 1 to 100; without it all is listed.");
        Optional<Integer> offset = number("offset", 0, Integer.MAX_VALUE, "must be a number, and not negative.");
        return new Page(limit.orElse(null), offset.orElse(0));
    }

    /** {@code order_by}, which counts only where {@code sort_by} is said, too. */
    public boolean descending() {
        return word("order_by", Way.class).orElse(Way.ASC) == Way.DESC
                && first("sort_by").isPresent();
    }

    /** 400: a parameter breaks a rule. */
    public static Refusal bad(String name, String rule) {
        return Refusal.invalidField(name.toUpperCase(Locale.ROOT) + "_INVALID", name, rule);
    }

    private Optional<String> first(String name) {
        return raw(name).stream().filter(text -> !text.isEmpty()).findFirst();
    }

    private Optional<Integer> number(String name, int min, int max, String rule) {
        return first(name).map(text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException malformed) {
                // Refused below, as one that is too large.
            }
            throw bad(name, rule);
        });
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private enum Way {
        ASC,
        DESC
    }
}
