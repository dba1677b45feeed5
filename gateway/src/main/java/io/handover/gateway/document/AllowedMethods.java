package io.handover.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.handover.gateway.route.RequestTarget;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which methods a path answers, as the document has it: what {@code Allow} says of it (RFC 9110, section 10.2.1).
 * Services do not know: each of their classes answers for some of the methods of a path, and for other paths.
 */
@Singleton
public final class AllowedMethods {

    private final List<Template> mostExactFirst;

    AllowedMethods(ApiDocument document) {
        mostExactFirst = document.paths().properties().stream()
                .map(path -> Template.of(path.getKey(), path.getValue()))
                .sorted(Comparator.comparing(Template::variables))
                .toList();
    }

    /** The header's value; nothing for a path that is not in the document. */
    public Optional<String> at(RequestTarget target) {
        return mostExactFirst.stream()
                .filter(template -> template.covers(target.segments()))
                .map(Template::methods)
                .findFirst();
    }

    private record Template(List<String> segments, String methods) {

        static Template of(String path, JsonNode operations) {
            Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
            operations.fieldNames().forEachRemaining(method -> methods.add(method.toUpperCase(Locale.ROOT)));
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            return new Template(List.of(path.substring(1).split("/")), String.join(", ", methods));
        }

        /** Where it has a word and where a variable: words come first, as in the services' own routing. */
        String variables() {
            return segments.stream()
                    .map(segment -> isVariable(segment) ? "1" : "0")
                    .collect(Collectors.joining());
        }

        boolean covers(List<String> path) {
            if (path.size() != segments.size()) {
                return false;
            }
            for (int place = 0; place < path.size(); place++) {
                String segment = segments.get(place);
                if (!isVariable(segment) && !segment.equals(path.get(place))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isVariable(String segment) {
            return segment.startsWith("{");
        }
    }
}
