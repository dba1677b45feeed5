package io.handover.chaos.history;

import java.util.Locale;

/** One thing, by a name that no other one of its kind ever has. */
public record Subject(Thing thing, String name) {

    @Override
    public String toString() {
        return thing.name().toLowerCase(Locale.ROOT) + " " + name;
    }
}
