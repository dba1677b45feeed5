package io.handover.events.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a consumer of the released contract would trip over in the present one. A topic, an event or a component may
 * only be added; a component that is added may be absent, because older events in the log do not have it.
 */
final class Compatibility {

    private Compatibility() {}

    /** Each with where it is; empty when there is nothing. */
    static List<String> breaks(JsonNode released, JsonNode present) {
        List<String> breaks = new ArrayList<>();
        released.path("channels").properties().forEach(channel -> {
            JsonNode messages = present.path("channels").path(channel.getKey()).path("messages");
            names(channel.getValue().path("messages"))
                    .filter(event -> !messages.has(event))
                    .forEach(event -> breaks.add(channel.getKey() + ": " + event + " is gone"));
        });
        released.path("components").path("schemas").properties().forEach(schema -> {
            JsonNode now = present.path("components").path("schemas").path(schema.getKey());
            if (!now.isMissingNode()) {
                compare(schema.getKey(), schema.getValue(), now, breaks);
            }
        });
        return breaks;
    }

    private static void compare(String where, JsonNode before, JsonNode now, List<String> breaks) {
        for (String keyword : List.of("type", "format")) {
            if (!Objects.equals(before.get(keyword), now.get(keyword))) {
                breaks.add(where + ": another " + keyword);
            }
        }
        texts(before.path("enum"))
                .filter(constant -> texts(now.path("enum")).noneMatch(constant::equals))
                .forEach(constant -> breaks.add(where + ": " + constant + " is gone"));
        names(now.path("properties"))
                .filter(component -> !before.path("properties").has(component))
                .filter(component -> texts(now.path("required")).anyMatch(component::equals))
                .forEach(component -> breaks.add(where + "." + component + ": is new and can't be absent"));
        texts(before.path("required"))
                .filter(component -> texts(now.path("required")).noneMatch(component::equals))
                .forEach(component -> breaks.add(where + "." + component + ": may be absent now"));
        before.path("properties").properties().forEach(component -> {
            JsonNode same = now.path("properties").path(component.getKey());
            if (same.isMissingNode()) {
                breaks.add(where + "." + component.getKey() + ": is gone");
            } else {
                compare(where + "." + component.getKey(), component.getValue(), same, breaks);
            }
        });
        if (before.has("items")) {
            compare(where + "[]", before.get("items"), now.path("items"), breaks);
        }
    }

    private static Stream<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey);
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }
}
