package io.handover.test.infrastructure;

import io.handover.test.caller.Issuer;
import io.handover.test.caller.TestCallers;
import io.handover.test.operator.TestOperator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/**
 * Starts PostgreSQL, Kafka and an issuer of access tokens for a service's tests:
 * {@code @QuarkusTestResource(Infrastructure.class)} on one test class of the module serves all of them.
 */
public final class Infrastructure implements QuarkusTestResourceLifecycleManager {

    /** A busy machine is slow, not wrong: it is what never comes that fails a test. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Broker broker = Broker.forTests();
    private final Database database = Database.forTests();
    private final Issuer issuer = new Issuer();

    @Override
    public Map<String, String> start() {
        bePatient();
        CompletableFuture<Void> postgres = CompletableFuture.runAsync(database::start);
        issuer.start();
        broker.startWithTopics();
        postgres.join();
        return Map.of(
                "quarkus.datasource.username",
                "postgres",
                "smallrye.config.source.file.locations",
                SecretFiles.of(Map.of(
                        "quarkus.datasource.password", "postgres", "handover.operator.token", TestOperator.TOKEN)),
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://" + database.address() + "/postgres",
                "quarkus.datasource.reactive.url",
                "postgresql://" + database.address() + "/postgres",
                "kafka.bootstrap.servers",
                broker.address(),
                "handover.identity.url",
                issuer.url(),
                TestCallers.SIGNING_KEY,
                issuer.signingKey());
    }

    static void bePatient() {
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    @Override
    public void stop() {
        broker.stop();
        database.stop();
        issuer.stop();
    }
}
