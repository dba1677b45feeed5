package io.handover.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a JSON value must look like: nothing missing, nothing else, every part of its kind. */
sealed interface Shape {

    /**
     * What is wrong with a value; empty when nothing is.
     *
     * @param at where the value stands, such as {@code server.labels}
     */
    List<String> faults(String at, @Nullable Object value);

    /** A value without parts. */
    record Plain(Kind kind) implements Shape {

        @Override
        public List<String> faults(String at, @Nullable Object value) {
            return value != null && kind.fits().test(value) ? List.of() : wrong(at, value, kind.name());
        }
    }

    /** A list, empty or not. */
    record Many(Shape item) implements Shape {

        @Override
        public List<String> faults(String at, @Nullable Object value) {
            if (!(value instanceof List<?> items)) {
                return wrong(at, value, "a list");
            }
            return items.stream()
                    .flatMap(each -> item.faults(at + "[]", each).stream())
                    .distinct()
                    .toList();
        }
    }

    /** An object with exactly these fields, of which some may be left out. */
    record Fields(Map<String, Shape> fields, Set<String> optional) implements Shape {

        @Override
        public List<String> faults(String at, @Nullable Object value) {
            if (!(value instanceof Map<?, ?> map)) {
                return wrong(at, value, "an object");
            }
            List<String> faults = new ArrayList<>();
            fields.forEach((name, shape) -> {
                if (map.containsKey(name)) {
                    faults.addAll(shape.faults(inside(at, name), map.get(name)));
                } else if (!optional.contains(name)) {
                    faults.add(inside(at, name) + " is missing");
                }
            });
            unknown(map).forEach(name -> faults.add(inside(at, name) + " is not in the contract"));
            return faults;
        }

        private Set<String> unknown(Map<?, ?> map) {
            Set<String> names = new TreeSet<>();
            map.keySet().forEach(name -> names.add(String.valueOf(name)));
            names.removeAll(fields.keySet());
            return names;
        }

        private static String inside(String at, String name) {
            return at.isEmpty() ? name : at + "." + name;
        }
    }

    /** A shape with a table of its own. */
    record Named(Supplier<Shape> shape) implements Shape {

        @Override
        public List<String> faults(String at, @Nullable Object value) {
            return shape.get().faults(at, value);
        }
    }

    /** A shape, or null. */
    record OrNull(Shape shape) implements Shape {

        @Override
        public List<String> faults(String at, @Nullable Object value) {
            return value == null ? List.of() : shape.faults(at, value);
        }
    }

    private static List<String> wrong(String at, @Nullable Object value, String wanted) {
        String type = value == null ? "" : value.getClass().getSimpleName() + " ";
        return List.of("%s is %s%s, not %s".formatted(at, type, value, wanted));
    }
}
