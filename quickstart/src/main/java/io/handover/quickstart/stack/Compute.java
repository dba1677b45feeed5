package io.handover.quickstart.stack;

import java.util.Map;

/** Where machines are made: what {@code HANDOVER_COMPUTE} says. */
public enum Compute {
    /** In the sandbox, a part of the stack. */
    SANDBOX,

    /** In an Incus that the environment says all of, and that is none of the stack's. */
    INCUS,

    /** In an Incus of the stack's own, with all that it is in the stack's folder. */
    PRIVATE_INCUS;

    private static final String VARIABLE = "HANDOVER_COMPUTE";

    /** What the environment says; an Incus of one's own when it names none. */
    public static Compute from(Map<String, String> environment) {
        String value = environment.getOrDefault(VARIABLE, "sandbox");
        return switch (value) {
            case "sandbox" -> SANDBOX;
            case "incus" -> environment.containsKey("HANDOVER_INCUS_URL") ? INCUS : PRIVATE_INCUS;
            default -> throw new StackFailed(VARIABLE + " is \"" + value + "\", and must be \"sandbox\" or \"incus\".");
        };
    }

    /** The same with nothing outside of the stack's folder. */
    public Compute ofOnesOwn() {
        return this == INCUS ? PRIVATE_INCUS : this;
    }
}
