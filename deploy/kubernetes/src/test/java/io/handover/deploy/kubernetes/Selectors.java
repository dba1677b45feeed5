package io.handover.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Label selectors: <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/">Labels</a>. */
final class Selectors {

    private Selectors() {}

    /** Whether a {@code LabelSelector} selects labels; an empty one selects all. */
    static boolean selects(JsonNode selector, Map<String, String> labels) {
        return selectsEqual(selector.path("matchLabels"), labels)
                && Manifest.each(selector.path("matchExpressions")).allMatch(each -> holds(each, labels));
    }

    /** Whether all of a plain map are among labels. */
    static boolean selectsEqual(JsonNode wanted, Map<String, String> labels) {
        return labels.entrySet().containsAll(Manifest.texts(wanted).entrySet());
    }

    private static boolean holds(JsonNode expression, Map<String, String> labels) {
        String label = labels.get(expression.path("key").asText());
        List<String> values =
                Manifest.each(expression.path("values")).map(JsonNode::asText).toList();
        return switch (expression.path("operator").asText()) {
            case "In" -> label != null && values.contains(label);
            case "NotIn" -> label == null || !values.contains(label);
            case "Exists" -> label != null;
            case "DoesNotExist" -> label == null;
            default -> throw new IllegalArgumentException(expression.toString());
        };
    }
}
