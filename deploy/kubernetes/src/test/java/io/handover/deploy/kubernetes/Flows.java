package io.handover.deploy.kubernetes;

import java.net.URI;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The network lets through what the design needs, and nothing else. */
final class Flows implements Check {

    private static final int DNS = 53;
    private static final int IDENTITY = 8081;

    @Override
    public Stream<String> findings(Overlay overlay) {
        NavigableSet<Flow> allowed = new Policies(overlay).flows();
        NavigableSet<Flow> needed = needed(overlay);
        return Stream.concat(
                needed.stream().filter(flow -> !allowed.contains(flow)).map(flow -> "is not let through: " + flow),
                allowed.stream().filter(flow -> !needed.contains(flow)).map(flow -> "is let through: " + flow));
    }

    private static NavigableSet<Flow> needed(Overlay overlay) {
        NavigableSet<Flow> flows = new TreeSet<>();
        Stream.concat(overlay.withPods().map(Manifest::name), operators(overlay))
                .forEach(name -> flows.add(new Flow(name, "namespace kube-system", DNS)));
        overlay.of("Deployment")
                .flatMap(workload -> ofTheCode(overlay, workload))
                .forEach(flows::add);
        ofTheOverlay(overlay.name()).map(Flows::parse).forEach(flows::add);
        return flows;
    }

    /** What the sources tell: routes, and who has a database and channels. */
    private static Stream<Flow> ofTheCode(Overlay overlay, Manifest workload) {
        String module = Images.module(workload).orElseThrow();
        Sources sources = new Sources(module);
        Stream<Flow> upstreams = sources.properties().entrySet().stream()
                .filter(property -> property.getKey().startsWith("handover.gateway.upstreams."))
                .map(property -> new Flow(
                        module,
                        property.getKey().substring("handover.gateway.upstreams.".length()) + "-service",
                        URI.create(property.getValue()).getPort()));
        Stream<Flow> keys = sources.properties().keySet().stream()
                .filter("quarkus.oidc.jwks-path"::equals)
                .map(property -> new Flow(module, "identity-service", IDENTITY));
        Stream<Flow> database = sources.properties().keySet().stream()
                .filter("quarkus.datasource.db-kind"::equals)
                .map(property -> new Flow(module, postgres(overlay), 5432));
        Stream<Flow> kafka = Messaging.of(module).hears().stream()
                .limit(1)
                .map(consumer -> new Flow(module, kafka(overlay), overlay.name().equals("local") ? 9092 : 9093));
        return Stream.of(upstreams, keys, database, kafka).flatMap(flow -> flow);
    }

    private static String kafka(Overlay overlay) {
        return switch (overlay.name()) {
            case "local" -> "kafka";
            case "production" -> "Strimzi's";
            default -> "anyone";
        };
    }

    private static String postgres(Overlay overlay) {
        return switch (overlay.name()) {
            case "local" -> "postgres";
            case "production" -> "CloudNativePG's";
            default -> "anyone";
        };
    }

    private static Stream<String> operators(Overlay overlay) {
        return Stream.concat(
                overlay.of("Kafka").map(kafka -> "Strimzi's"),
                overlay.of("Cluster").map(cluster -> "CloudNativePG's"));
    }

    /** What is decided where it is deployed. */
    private static Stream<String> ofTheOverlay(String overlay) {
        Stream<String> providers =
                Stream.of(443, 465, 587, 993).map(port -> "notification-service -> the world:" + port);
        return switch (overlay) {
            case "local" ->
                Stream.of(
                        "topics -> kafka:9092",
                        "provisioning-service -> sandbox:8086",
                        "provisioning-service -> sandbox:22000",
                        "notification-service -> inbox:1025",
                        "notification-service -> inbox:8026");
            case "production" ->
                Stream.concat(
                        providers,
                        Stream.of(
                                "namespace gateways -> gateway:8080",
                                "namespace monitoring -> gateway:8090",
                                "namespace monitoring -> identity-service:8091",
                                "namespace monitoring -> permission-service:8092",
                                "namespace monitoring -> provisioning-service:8093",
                                "namespace monitoring -> notification-service:8094",
                                "gateway -> namespace monitoring:4318",
                                "identity-service -> namespace monitoring:4318",
                                "permission-service -> namespace monitoring:4318",
                                "provisioning-service -> namespace monitoring:4318",
                                "notification-service -> namespace monitoring:4318",
                                "provisioning-service -> anyone:443",
                                "notification-service -> namespace openbao:8200",
                                "Strimzi's -> Strimzi's:0",
                                "Strimzi's -> anyone:443",
                                "Strimzi's -> anyone:6443",
                                "CloudNativePG's -> CloudNativePG's:5432",
                                "CloudNativePG's -> CloudNativePG's:8000",
                                "CloudNativePG's -> anyone:443",
                                "CloudNativePG's -> anyone:6443",
                                "namespace cnpg-system -> CloudNativePG's:5432",
                                "namespace cnpg-system -> CloudNativePG's:8000"));
            case "existing" ->
                Stream.concat(
                        providers,
                        Stream.of(
                                "namespace ingress -> gateway:8080",
                                "provisioning-service -> anyone:443",
                                "notification-service -> namespace openbao:8200"));
            default -> throw new IllegalArgumentException("Say what " + overlay + " lets through.");
        };
    }

    private static Flow parse(String flow) {
        String[] ends = flow.split(" -> ", 2);
        int colon = ends[1].lastIndexOf(':');
        return new Flow(ends[0], ends[1].substring(0, colon), Integer.parseInt(ends[1].substring(colon + 1)));
    }
}
