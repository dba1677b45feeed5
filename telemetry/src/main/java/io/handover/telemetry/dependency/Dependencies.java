package io.handover.telemetry.dependency;

import io.handover.telemetry.dependency.Dependency.Address;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.net.NetClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Says which dependency is missing, at {@code /q/health/well} and as the metric {@code handover_dependency_up}. It
 * takes nobody out of service: most requests can be answered without most dependencies, and a restart brings none back.
 */
@Wellness
@ApplicationScoped
class Dependencies implements AsyncHealthCheck {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);
    private static final int PATIENCE_MILLIS = 2_000;

    private final List<Dependency> dependencies;
    private final MeterRegistry meters;
    private final Vertx vertx;
    private final NetClient network;
    private final Map<String, Boolean> up = new ConcurrentHashMap<>();

    Dependencies(@All List<Needs> needs, MeterRegistry meters, Vertx vertx) {
        this.dependencies =
                needs.stream().flatMap(each -> each.dependencies().stream()).toList();
        this.meters = meters;
        this.vertx = vertx;
        this.network = vertx.createNetClient(new NetClientOptions().setConnectTimeout(PATIENCE_MILLIS));
    }

    void start(@Observes StartupEvent event) {
        dependencies.forEach(this::show);
        look();
        vertx.setPeriodic(LOOK_AGAIN.toMillis(), timer -> look());
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return reachAll().map(ignored -> {
            var response = HealthCheckResponse.named("dependencies").status(!up.containsValue(false));
            up.forEach((name, isUp) -> response.withData(name, isUp ? "up" : "missing"));
            return response.build();
        });
    }

    private void show(Dependency dependency) {
        Gauge.builder("handover.dependency.up", () -> up.getOrDefault(dependency.name(), false) ? 1 : 0)
                .description("whether something that the service needs can be reached")
                .tag("dependency", dependency.name())
                .register(meters);
    }

    private void look() {
        reachAll().subscribe().with(ignored -> {});
    }

    private Uni<Void> reachAll() {
        return Uni.join()
                .all(dependencies.stream().map(this::reach).toList())
                .andCollectFailures()
                .replaceWithVoid();
    }

    private Uni<Void> reach(Dependency dependency) {
        return Uni.join()
                .all(dependency.addresses().stream().map(this::answers).toList())
                .andCollectFailures()
                .invoke(answers -> up.put(dependency.name(), answers.contains(true)))
                .replaceWithVoid();
    }

    private Uni<Boolean> answers(Address address) {
        return network.connect(address.port(), address.host())
                .call(connection -> connection.close())
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false);
    }
}
