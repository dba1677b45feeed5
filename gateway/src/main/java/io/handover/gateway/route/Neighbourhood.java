package io.handover.gateway.route;

import io.handover.gateway.upstream.Upstream;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.net.NetClient;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Says which service is missing, at {@code /q/health/well} and as the metric {@code handover_dependency_up}. It takes
 * no gateway out of service: the others are still there.
 */
@Wellness
@Singleton
class Neighbourhood implements AsyncHealthCheck {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);
    private static final int PATIENCE_MILLIS = 2_000;

    private final Collection<Upstream> upstreams;
    private final MeterRegistry meters;
    private final Vertx vertx;
    private final NetClient network;
    private final Map<String, Boolean> up = new ConcurrentHashMap<>();

    Neighbourhood(Routes routes, MeterRegistry meters, Vertx vertx) {
        this.upstreams = routes.upstreams();
        this.meters = meters;
        this.vertx = vertx;
        this.network = vertx.createNetClient(new NetClientOptions().setConnectTimeout(PATIENCE_MILLIS));
    }

    void start(@Observes StartupEvent event) {
        upstreams.forEach(this::show);
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

    private void show(Upstream upstream) {
        Gauge.builder("handover.dependency.up", () -> up.getOrDefault(upstream.name(), false) ? 1 : 0)
                .description("whether something that the service needs can be reached")
                .tag("dependency", upstream.name())
                .register(meters);
    }

    private void look() {
        reachAll().subscribe().with(ignored -> {});
    }

    private Uni<Void> reachAll() {
        return Uni.join()
                .all(upstreams.stream().map(this::reach).toList())
                .andCollectFailures()
                .replaceWithVoid();
    }

    private Uni<Boolean> reach(Upstream upstream) {
        return network.connect(upstream.port(), upstream.url().getHost())
                .call(connection -> connection.close())
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false)
                .invoke(answers -> up.put(upstream.name(), answers));
    }
}
