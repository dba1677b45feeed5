package io.handover.provisioning;

import io.handover.test.migration.ReplicasAtOnce;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MigrationTest {

    @Inject
    Flyway flyway;

    @Test
    void isDoneOnceThoughReplicasBeginTogether() throws Exception {
        ReplicasAtOnce.migrateOnce(flyway);
    }
}
