package io.handover.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** Who names whom: selectors, ports, accounts, backends and what is scaled. */
final class Wiring implements Check {

    @Override
    public Stream<String> findings(Overlay overlay) {
        return Stream.of(
                        selectors(overlay),
                        services(overlay),
                        disruptionBudgets(overlay),
                        scalers(overlay),
                        backends(overlay),
                        monitors(overlay),
                        accounts(overlay))
                .flatMap(found -> found);
    }

    private static Stream<String> selectors(Overlay overlay) {
        return overlay.withPods()
                .filter(workload -> workload.at("/spec/selector").isObject())
                .filter(workload -> !Selectors.selects(workload.at("/spec/selector"), workload.podLabels()))
                .map(workload -> workload + " does not select its own pods");
    }

    private static Stream<String> services(Overlay overlay) {
        return overlay.of("Service").flatMap(service -> {
            List<Manifest> behind = overlay.withPods()
                    .filter(workload -> Selectors.selectsEqual(service.at("/spec/selector"), workload.podLabels()))
                    .toList();
            return behind.size() == 1
                    ? ports(service, behind.getFirst())
                    : Stream.of(service + " selects the pods of " + behind);
        });
    }

    private static Stream<String> ports(Manifest service, Manifest workload) {
        return Manifest.each(service.at("/spec/ports"))
                .filter(port -> workload.containers().stream()
                        .flatMap(container -> Manifest.each(container.path("ports")))
                        .noneMatch(there -> isTarget(port, there)))
                .map(port -> service + " hits no port of " + workload + ": " + port);
    }

    /** By name, and under the same number: URLs and policies name one for both. */
    private static boolean isTarget(JsonNode port, JsonNode there) {
        return port.path("targetPort").asText().equals(there.path("name").asText())
                && port.path("port").asInt() == there.path("containerPort").asInt();
    }

    private static Stream<String> disruptionBudgets(Overlay overlay) {
        return overlay.of("Deployment")
                .filter(workload -> overlay.of("PodDisruptionBudget")
                                .filter(budget -> Selectors.selects(budget.at("/spec/selector"), workload.podLabels()))
                                .count()
                        != 1)
                .map(workload -> workload + " needs one PodDisruptionBudget");
    }

    private static Stream<String> scalers(Overlay overlay) {
        return Stream.of("HorizontalPodAutoscaler", "ScaledObject")
                .flatMap(overlay::of)
                .filter(scaler -> overlay.find(
                                "Deployment",
                                scaler.at("/spec/scaleTargetRef/name").asText())
                        .isEmpty())
                .map(scaler -> scaler + " scales nothing that is there");
    }

    private static Stream<String> backends(Overlay overlay) {
        Stream<String> routes = overlay.of("HTTPRoute")
                .flatMap(route -> Manifest.each(route.at("/spec/rules")))
                .flatMap(rule -> Manifest.each(rule.path("backendRefs")))
                .filter(backend -> !isThere(overlay, backend.path("name"), backend.path("port"), "port"))
                .map(backend -> "HTTPRoute leads to no port of a service: " + backend);
        Stream<String> ingresses = overlay.of("Ingress")
                .flatMap(ingress -> Manifest.each(ingress.at("/spec/rules")))
                .flatMap(rule -> Manifest.each(rule.at("/http/paths")))
                .map(path -> path.at("/backend/service"))
                .filter(backend -> !isThere(overlay, backend.path("name"), backend.at("/port/name"), "name"))
                .map(backend -> "Ingress leads to no port of a service: " + backend);
        return Stream.concat(routes, ingresses);
    }

    private static boolean isThere(Overlay overlay, JsonNode service, JsonNode port, String by) {
        return overlay.find("Service", service.asText()).stream()
                .flatMap(found -> Manifest.each(found.at("/spec/ports")))
                .anyMatch(found -> found.path(by).asText().equals(port.asText()));
    }

    private static Stream<String> monitors(Overlay overlay) {
        return overlay.of("PodMonitor")
                .flatMap(monitor -> overlay.of("Deployment")
                        .filter(workload -> !Selectors.selects(monitor.at("/spec/selector"), workload.podLabels())
                                || !workload.ports()
                                        .containsKey(monitor.at("/spec/podMetricsEndpoints/0/port")
                                                .asText()))
                        .map(workload -> monitor + " does not scrape " + workload));
    }

    private static Stream<String> accounts(Overlay overlay) {
        return overlay.ours()
                .filter(workload -> overlay.find(
                                "ServiceAccount",
                                workload.pod().path("serviceAccountName").asText())
                        .filter(account -> account.name().equals(workload.name()))
                        .isEmpty())
                .map(workload -> workload + " needs a ServiceAccount of its own");
    }
}
