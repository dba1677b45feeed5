package io.handover.kit.dependency;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every service needs. */
@Singleton
class CommonDependencies {

    @Produces
    @Singleton
    Dependency database(@ConfigProperty(name = "quarkus.datasource.reactive.url") String url) {
        // The driver takes several with commas; the first says enough.
        return Dependency.at("database", URI.create(url.split(",", 2)[0].replaceFirst("^vertx-reactive:", "")));
    }

    @Produces
    @Singleton
    Dependency kafka(
            @ConfigProperty(name = "kafka.bootstrap.servers", defaultValue = "localhost:9092") String brokers) {
        return Dependency.atAny("kafka", brokers);
    }

    /** The keys that access tokens are verified with. */
    @Produces
    @Singleton
    Dependency identity(@ConfigProperty(name = "quarkus.oidc.auth-server-url") URI issuer) {
        return Dependency.at("identity", issuer);
    }
}
