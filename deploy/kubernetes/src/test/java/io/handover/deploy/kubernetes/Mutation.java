package io.handover.deploy.kubernetes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A mistake.
 *
 * @param manifest kind and name; names of maps without their hash
 * @param pointer where (RFC 6901)
 * @param value what stands there instead, in YAML; nothing removes what stands there
 */
record Mutation(String overlay, String manifest, String pointer, String value) {

    private static final YAMLMapper YAML = new YAMLMapper();

    Overlay made() {
        Overlay broken = Overlay.rendered(overlay).copy();
        Manifest target = broken.manifests().stream()
                .filter(this::isMeant)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + manifest));
        if (!pointer.isEmpty()) {
            change(target.tree());
            return broken;
        }
        List<Manifest> others = new ArrayList<>(broken.manifests());
        others.remove(target);
        return new Overlay(overlay, others);
    }

    private boolean isMeant(Manifest candidate) {
        return candidate.kind().equals("ConfigMap")
                ? candidate.toString().matches(Pattern.quote(manifest) + "-[a-z0-9]{10}")
                : candidate.toString().equals(manifest);
    }

    private void change(ObjectNode tree) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = tree.at(place.head());
        if (parent.isMissingNode()) {
            throw new IllegalArgumentException(manifest + " has no " + place.head());
        }
        if (parent instanceof ArrayNode array) {
            changeItem(array, place.last().getMatchingIndex());
        } else {
            changeField((ObjectNode) parent, place.last().getMatchingProperty());
        }
    }

    private void changeItem(ArrayNode array, int index) {
        if (value.isEmpty()) {
            array.remove(index);
        } else if (index < array.size()) {
            array.set(index, parsed());
        } else {
            array.add(parsed());
        }
    }

    private void changeField(ObjectNode object, String field) {
        if (value.isEmpty()) {
            object.remove(field);
        } else {
            object.set(field, parsed());
        }
    }

    private JsonNode parsed() {
        try {
            return YAML.readTree(value);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(value, wrong);
        }
    }
}
