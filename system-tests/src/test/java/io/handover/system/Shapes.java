package io.handover.system;

import io.handover.system.Shape.Fields;
import io.handover.system.Shape.Many;
import io.handover.system.Shape.Named;
import io.handover.system.Shape.OrNull;
import io.handover.system.Shape.Plain;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The shapes of {@code shapes.md}, each by the name of its heading. */
final class Shapes {

    /** In place of a field: the fields of a shape that stands above. */
    private static final String ALL_OF = "all of";

    private static final String OR_NULL = " or null";

    private final Map<String, Shape> byName = new HashMap<>();

    Shapes(ContractFile file) {
        file.tables().forEach((name, rows) -> byName.put(name, fields(rows)));
    }

    /**
     * The shape of an answer.
     *
     * @param text a shape's name; the field that holds it before it, such as {@code tags.tag[]: Tag}; {@code []: Token}
     *     for a list that no object holds
     */
    Shape of(String text) {
        String[] parts = text.split(": ", 2);
        if (parts.length == 1) {
            return value(text);
        }
        return "[]".equals(parts[0]) ? new Many(value(parts[1])) : fields(List.of(List.of(parts[0], parts[1])));
    }

    private Shape fields(List<List<String>> rows) {
        var all = new Fields(new HashMap<>(), new HashSet<>());
        for (List<String> row : rows) {
            if (row.get(0).equals(ALL_OF)) {
                var others = (Fields) named(row.get(1));
                all.fields().putAll(others.fields());
                all.optional().addAll(others.optional());
            } else {
                add(all, row.get(0), value(row.get(1)));
            }
        }
        return all;
    }

    /** {@code a.b[]} is a list in field b of the object in field a; {@code a?} may be left out. */
    private static void add(Fields to, String path, Shape value) {
        String[] parts = path.split("\\.", 2);
        if (parts.length == 2) {
            Shape inner = to.fields().computeIfAbsent(parts[0], _ -> new Fields(new HashMap<>(), new HashSet<>()));
            add((Fields) inner, parts[1], value);
            return;
        }
        String name = path.replaceAll("[?\\[\\]]", "");
        to.fields().put(name, path.contains("[]") ? new Many(value) : value);
        if (path.endsWith("?")) {
            to.optional().add(name);
        }
    }

    private Shape value(String text) {
        if (text.endsWith(OR_NULL)) {
            return new OrNull(value(text.substring(0, text.length() - OR_NULL.length())));
        }
        boolean isName = Character.isUpperCase(text.charAt(0)) && !text.startsWith("IP ");
        return isName ? new Named(() -> named(text)) : new Plain(Kind.named(text));
    }

    private Shape named(String name) {
        return Objects.requireNonNull(byName.get(name), "no shape is called " + name);
    }
}
