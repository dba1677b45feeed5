package io.handover.permission.target;

import io.handover.kit.refusal.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why something about a target is refused. */
public final class TargetRefusals {

    private static final String TYPES =
            Arrays.stream(TargetType.values()).map(TargetType::wire).collect(Collectors.joining(", "));

    private TargetRefusals() {}

    static Refusal badType() {
        return Refusal.invalidField("TARGET_TYPE_INVALID", "target_type", "must be one of " + TYPES + ".");
    }

    static Refusal badIdentifier(TargetType type) {
        String form = type == TargetType.TAG_ACCESS ? "a tag name of 1 to 32 letters, digits or underscores" : "a UUID";
        return Refusal.invalidField("TARGET_IDENTIFIER_INVALID", "target_identifier", "must be " + form + ", or *.");
    }

    /** 404: no such target in the workspace; the code names its type. */
    public static Refusal notFound(Target target) {
        String thing =
                target.type() == TargetType.TAG_ACCESS ? "tag" : target.type().wire();
        return Refusal.notFound(
                thing.toUpperCase(Locale.ROOT) + "_NOT_FOUND",
                "The " + thing.replace('_', ' ') + " " + target.identifier() + " does not exist.");
    }
}
