package io.handover.provisioning.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows {@code s} belong into a list: SQL conditions, all of which must hold, and the values that stand in them.
 */
public final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** Adds a condition without a value. */
    public void add(String condition) {
        conditions.add(condition);
    }

    /** Adds a condition in which a value stands as {@code :name}. */
    public void add(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    /** Sets a value that stands in a condition beside its first. */
    public void set(String name, Object value) {
        values.put(name, value);
    }

    /** The values by their names. */
    public Map<String, Object> values() {
        return values;
    }

    /** To be appended to conditions that are there already. */
    String sql() {
        return conditions.isEmpty() ? "" : " and " + String.join(" and ", conditions);
    }
}
