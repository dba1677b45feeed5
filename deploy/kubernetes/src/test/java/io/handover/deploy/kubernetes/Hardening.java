package io.handover.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What every pod has, by the <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">restricted
 * standard</a> and beyond, and what every replica of ours has besides.
 */
final class Hardening implements Check {

    private static final int MANAGEMENT = 10;

    private static final Map<String, Predicate<Manifest>> PODS = Map.of(
            "runs as root", workload -> flag(workload, "/securityContext/runAsNonRoot"),
            "names no user",
                    workload -> workload.pod().at("/securityContext/runAsUser").asInt() > 0,
            "has no seccomp profile",
                    workload -> is(workload.pod(), "/securityContext/seccompProfile/type", "RuntimeDefault"),
            "mounts a token of the Kubernetes API",
                    workload -> is(workload.pod(), "/automountServiceAccountToken", "false"),
            "gets a variable for each service", workload -> is(workload.pod(), "/enableServiceLinks", "false"));

    private static final Map<String, Predicate<JsonNode>> CONTAINERS = Map.of(
            "may gain privileges", container -> is(container, "/securityContext/allowPrivilegeEscalation", "false"),
            "keeps capabilities", container -> is(container, "/securityContext/capabilities/drop/0", "ALL"),
            "requests no processor",
                    container -> container.at("/resources/requests/cpu").isValueNode(),
            "requests no memory",
                    container -> container.at("/resources/requests/memory").isValueNode(),
            "has no limit of processors",
                    container -> container.at("/resources/limits/cpu").isValueNode(),
            "has no limit of memory",
                    container -> container.at("/resources/limits/memory").isValueNode());

    private static final Map<String, BiPredicate<Overlay, Manifest>> REPLICAS = Map.of(
            "may have a single replica", Hardening::isReplicated,
            "goes before its successor is there",
                    (overlay, each) -> is(each.tree(), "/spec/strategy/rollingUpdate/maxUnavailable", "0"),
            "does not spread over zones",
                    (overlay, each) ->
                            is(each.pod(), "/topologySpreadConstraints/0/matchLabelKeys/0", "app.kubernetes.io/name"),
            "does not keep off nodes that have one",
                    (overlay, each) -> is(
                            each.pod(),
                            "/affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/0"
                                    + "/podAffinityTerm/matchLabelKeys/0",
                            "app.kubernetes.io/name"),
            "has no time to end",
                    (overlay, each) ->
                            each.pod().path("terminationGracePeriodSeconds").asInt() >= 45,
            "ends before it is out of the endpoints",
                    (overlay, each) -> each.pod()
                                    .at("/containers/0/lifecycle/preStop/sleep/seconds")
                                    .asInt()
                            >= 5,
            "lets go of its connections at the end only",
                    (overlay, each) -> Configuration.value(overlay, each.name(), "QUARKUS_SHUTDOWN_DELAY")
                            .isPresent());

    @Override
    public Stream<String> findings(Overlay overlay) {
        return Stream.of(
                        namespace(overlay),
                        overlay.withPods().flatMap(Hardening::pod),
                        overlay.ours().filter(each -> !isReadOnly(each)).map(each -> each + " may write to its root"),
                        overlay.of("Deployment").flatMap(Hardening::probes),
                        overlay.of("Deployment").flatMap(each -> replicas(overlay, each)))
                .flatMap(found -> found);
    }

    private static Stream<String> namespace(Overlay overlay) {
        return overlay.of("Namespace")
                .filter(each -> !is(each.tree(), "/metadata/labels/pod-security.kubernetes.io~1enforce", "restricted"))
                .map(each -> each + " does not enforce the restricted standard");
    }

    private static Stream<String> pod(Manifest workload) {
        Stream<String> pod = unmet(PODS, rule -> !rule.test(workload)).map(what -> workload + " " + what);
        Stream<String> containers = workload.containers().stream()
                .flatMap(container -> unmet(CONTAINERS, rule -> !rule.test(container)))
                .map(what -> workload + " " + what);
        return Stream.concat(pod, containers);
    }

    private static boolean isReadOnly(Manifest workload) {
        return workload.containers().stream()
                .allMatch(each -> is(each, "/securityContext/readOnlyRootFilesystem", "true"));
    }

    private static Stream<String> probes(Manifest deployment) {
        JsonNode container = deployment.pod().at("/containers/0");
        return Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                .filter(probe -> !isOnManagement(container, container.path(probe)))
                .map(probe -> deployment + ": " + probe + " does not ask the management port");
    }

    /** By name, and that port is ten above the one for requests. */
    private static boolean isOnManagement(JsonNode container, JsonNode probe) {
        String port = probe.at("/httpGet/port").asText();
        return probe.at("/httpGet/path").asText().startsWith("/q/health/")
                && port(container, port) == port(container, "http") + MANAGEMENT;
    }

    private static int port(JsonNode container, String name) {
        return Manifest.each(container.path("ports"))
                .filter(port -> port.path("name").asText().equals(name))
                .mapToInt(port -> port.path("containerPort").asInt())
                .findFirst()
                .orElse(0);
    }

    private static Stream<String> replicas(Overlay overlay, Manifest deployment) {
        return unmet(REPLICAS, rule -> !rule.test(overlay, deployment)).map(what -> deployment + " " + what);
    }

    private static boolean isReplicated(Overlay overlay, Manifest deployment) {
        if (deployment.at("/spec/replicas").isInt()) {
            return deployment.at("/spec/replicas").asInt() >= 2;
        }
        return Stream.of("HorizontalPodAutoscaler", "ScaledObject")
                .flatMap(kind -> overlay.find(kind, deployment.name()).stream())
                .anyMatch(scaler -> Stream.of("minReplicas", "minReplicaCount")
                        .anyMatch(least -> scaler.at("/spec").path(least).asInt() >= 2));
    }

    private static <R> Stream<String> unmet(Map<String, R> rules, Predicate<R> broken) {
        return rules.entrySet().stream()
                .filter(rule -> broken.test(rule.getValue()))
                .map(Map.Entry::getKey);
    }

    private static boolean flag(Manifest workload, String pointer) {
        return is(workload.pod(), pointer, "true");
    }

    private static boolean is(JsonNode tree, String pointer, String value) {
        return tree.at(pointer).asText().equals(value);
    }
}
