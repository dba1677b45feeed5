package io.handover.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the network policies of an overlay allow, by <a
 * href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">their rules</a>: a connection must
 * be let out and let in, and whoever no policy selects may do everything.
 */
final class Policies {

    private static final String ANYONE = "anyone";

    private final List<Manifest> policies;
    private final List<Endpoint> endpoints;

    /**
     * Pods.
     *
     * @param ports by name
     * @param isElsewhere made by an operator, whose own policies say who may come in
     */
    private record Endpoint(String name, Map<String, String> labels, Map<String, Integer> ports, boolean isElsewhere) {}

    Policies(Overlay overlay) {
        policies = overlay.of("NetworkPolicy").toList();
        endpoints = Stream.of(
                        overlay.withPods()
                                .map(workload ->
                                        new Endpoint(workload.name(), workload.podLabels(), workload.ports(), false)),
                        overlay.of("Kafka")
                                .map(kafka -> new Endpoint(
                                        "Strimzi's",
                                        Map.of(
                                                "strimzi.io/cluster",
                                                kafka.name(),
                                                "strimzi.io/name",
                                                kafka.name() + "-kafka"),
                                        Map.of(),
                                        true)),
                        overlay.of("Cluster")
                                .map(cluster -> new Endpoint(
                                        "CloudNativePG's", Map.of("cnpg.io/cluster", cluster.name()), Map.of(), false)))
                .flatMap(found -> found)
                .toList();
    }

    NavigableSet<Flow> flows() {
        return Stream.concat(
                        endpoints.stream().flatMap(this::outward),
                        endpoints.stream().flatMap(this::inwardFromOutside))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Flow> outward(Endpoint from) {
        if (isOpen(from, "Egress")) {
            return Stream.of(new Flow(from.name(), ANYONE, 0));
        }
        return rules(from, "egress")
                .flatMap(rule -> ports(rule, from)
                        .boxed()
                        .flatMap(port -> targets(rule)
                                .filter(to -> isLetIn(from, to, port))
                                .map(to -> new Flow(from.name(), to, port))));
    }

    /** Names of endpoints, and of what else a rule speaks of. */
    private Stream<String> targets(JsonNode rule) {
        if (!rule.has("to")) {
            return Stream.of(ANYONE);
        }
        return Manifest.each(rule.path("to"))
                .flatMap(peer -> isHere(peer)
                        ? endpoints.stream().filter(to -> matches(peer, to)).map(Endpoint::name)
                        : Stream.of(outsider(peer)));
    }

    private Stream<Flow> inwardFromOutside(Endpoint to) {
        if (!to.isElsewhere() && isOpen(to, "Ingress")) {
            return Stream.of(new Flow(ANYONE, to.name(), 0));
        }
        return rules(to, "ingress")
                .flatMap(rule -> ports(rule, to)
                        .boxed()
                        .flatMap(port -> outsiders(rule).map(from -> new Flow(from, to.name(), port))));
    }

    private static Stream<String> outsiders(JsonNode rule) {
        return rule.has("from")
                ? Manifest.each(rule.path("from")).filter(peer -> !isHere(peer)).map(Policies::outsider)
                : Stream.of(ANYONE);
    }

    private boolean isLetIn(Endpoint from, String to, int port) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.name().equals(to))
                .allMatch(endpoint -> endpoint.isElsewhere()
                        || isOpen(endpoint, "Ingress")
                        || rules(endpoint, "ingress").anyMatch(rule -> lets(rule, from, endpoint, port)));
    }

    private static boolean lets(JsonNode rule, Endpoint from, Endpoint to, int port) {
        return ports(rule, to).anyMatch(open -> open == 0 || open == port)
                && (!rule.has("from")
                        || Manifest.each(rule.path("from")).anyMatch(peer -> isHere(peer) && matches(peer, from)));
    }

    private boolean isOpen(Endpoint endpoint, String direction) {
        return policiesOf(endpoint)
                .noneMatch(policy -> Manifest.each(policy.at("/spec/policyTypes"))
                        .anyMatch(type -> type.asText().equals(direction)));
    }

    private Stream<JsonNode> rules(Endpoint endpoint, String direction) {
        return policiesOf(endpoint)
                .flatMap(policy -> Manifest.each(policy.at("/spec").path(direction)));
    }

    private Stream<Manifest> policiesOf(Endpoint endpoint) {
        return policies.stream().filter(policy -> Selectors.selects(policy.at("/spec/podSelector"), endpoint.labels()));
    }

    private static boolean isHere(JsonNode peer) {
        return peer.has("podSelector") && !peer.has("namespaceSelector");
    }

    private static boolean matches(JsonNode peer, Endpoint endpoint) {
        return Selectors.selects(peer.path("podSelector"), endpoint.labels());
    }

    private static String outsider(JsonNode peer) {
        return peer.has("ipBlock")
                ? "the world"
                : "namespace "
                        + peer.at("/namespaceSelector/matchLabels/kubernetes.io~1metadata.name")
                                .asText();
    }

    /** 0 stands for all; a named one is the endpoint's. */
    private static IntStream ports(JsonNode rule, Endpoint endpoint) {
        return rule.has("ports")
                ? Manifest.each(rule.path("ports"))
                        .map(entry -> entry.path("port"))
                        .mapToInt(port ->
                                port.isInt() ? port.asInt() : endpoint.ports().getOrDefault(port.asText(), -1))
                        .distinct()
                : IntStream.of(0);
    }
}
