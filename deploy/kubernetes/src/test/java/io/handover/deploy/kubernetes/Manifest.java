package io.handover.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A resource of an overlay. */
record Manifest(ObjectNode tree) {

    private static final Set<String> WITH_A_POD = Set.of("Deployment", "StatefulSet", "Job");

    String kind() {
        return tree.path("kind").asText();
    }

    String name() {
        return tree.at("/metadata/name").asText();
    }

    JsonNode at(String pointer) {
        return tree.at(pointer);
    }

    boolean hasPod() {
        return WITH_A_POD.contains(kind());
    }

    /** One of the five programs, or the sandbox: what is made here and can be configured. */
    boolean isOurs() {
        return hasPod() && Images.module(this).filter(Sources::areConfigurable).isPresent();
    }

    JsonNode pod() {
        return hasPod() ? tree.at("/spec/template/spec") : MissingNode.getInstance();
    }

    Map<String, String> podLabels() {
        return texts(tree.at("/spec/template/metadata/labels"));
    }

    List<JsonNode> containers() {
        return Stream.of("initContainers", "containers")
                .flatMap(list -> each(pod().path(list)))
                .toList();
    }

    /** Of the containers, by name. */
    Map<String, Integer> ports() {
        return containers().stream()
                .flatMap(container -> each(container.path("ports")))
                .collect(Collectors.toMap(
                        port -> port.path("name").asText(),
                        port -> port.path("containerPort").asInt()));
    }

    static String image(JsonNode container) {
        return container.path("image").asText();
    }

    static Stream<JsonNode> each(JsonNode list) {
        return list.valueStream();
    }

    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
