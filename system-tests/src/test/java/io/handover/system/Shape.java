package io.handover.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** An object with exactly these fields, of which some may be left out; {@code *} is any other. */
    record Fields(Map<String, Shape> fields, Set<String> optional) implements Shape {

        private static final String ANY = "*";

        @Override
        public List<String> faults(String at, @Nullable Object value) {
            if (!(value instanceof Map<?, ?> map)) {
                return wrong(at, value, "an object");
            }
            List<String> faults = new ArrayList<>();
            map.forEach((name, part) -> faults.addAll(ofPart(inside(at, (String) name), (String) name, part)));
            fields.keySet().stream()
                    .filter(name -> !map.containsKey(name) && !optional.contains(name) && !name.equals(ANY))
                    .forEach(name -> faults.add(inside(at, name) + " is missing"));
            return faults;
        }

        private List<String> ofPart(String at, String name, @Nullable Object part) {
            Shape shape = fields.getOrDefault(name, fields.get(ANY));
            return shape == null ? List.of(at + " is not in the contract") : shape.faults(at, part);
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
