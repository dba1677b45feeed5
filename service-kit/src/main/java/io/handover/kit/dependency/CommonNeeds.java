package io.handover.kit.dependency;

import io.handover.telemetry.dependency.Dependency;
import io.handover.telemetry.dependency.Needs;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@Singleton
class CommonNeeds implements Needs {

    private final String database;
    private final URI issuer;

    CommonNeeds(
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String database,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") URI issuer) {
        this.database = database;
        this.issuer = issuer;
    }

    /** From identity come the keys that access tokens are verified with. */
    @Override
    public List<Dependency> dependencies() {
        // The driver takes several URLs with commas; the first says enough.
        URI first = URI.create(database.split(",", 2)[0].replaceFirst("^vertx-reactive:", ""));
        return List.of(Dependency.at("database", first), Dependency.at("identity", issuer));
    }
}
