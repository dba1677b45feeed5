package io.handover.permission.target;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be controlled.
 *
 * @param identifier an id or a tag name, in lower case, or {@code *} for all of the type
 */
public record Target(TargetType type, String identifier) {

    private static final String ALL = "*";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TAG_NAME = Pattern.compile("[a-z0-9_]{1,32}");

    /** Refuses what cannot be a target. */
    public static Target of(@Nullable String type, @Nullable String identifier) {
        TargetType known = TargetType.find(type).orElseThrow(TargetRefusals::badType);
        String lower = identifier == null ? "" : identifier.toLowerCase(Locale.ROOT);
        Pattern form = known == TargetType.TAG_ACCESS ? TAG_NAME : ID;
        if (!lower.equals(ALL) && !form.matcher(lower).matches()) {
            throw TargetRefusals.badIdentifier(known);
        }
        return new Target(known, lower);
    }

    /** One server. */
    public static Target server(UUID id) {
        return new Target(TargetType.SERVER, id.toString());
    }

    /** One storage. */
    public static Target storage(UUID id) {
        return new Target(TargetType.STORAGE, id.toString());
    }

    /** All servers that carry a tag. */
    public static Target tag(String name) {
        return new Target(TargetType.TAG_ACCESS, name);
    }

    /** All of a type, also later ones. */
    public static Target all(TargetType type) {
        return new Target(type, ALL);
    }

    /** Whether this is all of its type. */
    public boolean isAll() {
        return identifier.equals(ALL);
    }

    /** Whether this is the other one, or all of its type. */
    public boolean includes(Target other) {
        return type == other.type && (isAll() || identifier.equals(other.identifier));
    }
}
