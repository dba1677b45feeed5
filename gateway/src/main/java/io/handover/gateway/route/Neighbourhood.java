package io.handover.gateway.route;

import io.handover.telemetry.dependency.Dependency;
import io.handover.telemetry.dependency.Needs;
import jakarta.inject.Singleton;
import java.util.List;

/** The services behind the gateway. */
@Singleton
class Neighbourhood implements Needs {

    private final Routes routes;

    Neighbourhood(Routes routes) {
        this.routes = routes;
    }

    @Override
    public List<Dependency> dependencies() {
        return routes.upstreams().stream()
                .map(upstream -> Dependency.at(upstream.name(), upstream.url()))
                .toList();
    }
}
