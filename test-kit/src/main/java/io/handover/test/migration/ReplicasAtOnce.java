package io.handover.test.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Replicas that begin together on an empty database, each with a connection of its own. */
public final class ReplicasAtOnce {

    private static final int REPLICAS = 4;

    /** Who owns the database that tests use. */
    private static final String OWNER = "postgres";

    private static final String EMPTY = "replicas_at_once";

    private final Flyway flyway;
    private final String url;

    private ReplicasAtOnce(Flyway flyway, String url) {
        this.flyway = flyway;
        this.url = url;
    }

    /**
     * All of them start, and none repeats what another one did.
     *
     * @param flyway as the service is started with
     */
    public static void migrateOnce(Flyway flyway) throws Exception {
        var replicas = new ReplicasAtOnce(flyway, emptyDatabase(flyway));
        List<Integer> executed = replicas.migrate();

        MigrationInfo[] applied = replicas.replica().info().applied();
        assertThat(applied)
                .isNotEmpty()
                .allMatch(migration -> migration.getState().isApplied());
        assertThat(executed.stream().mapToInt(count -> count).sum()).isEqualTo(applied.length);
        assertThat(Arrays.stream(applied).map(MigrationInfo::getVersion)).doesNotHaveDuplicates();
    }

    private List<Integer> migrate() throws Exception {
        var together = new CyclicBarrier(REPLICAS);
        Callable<Integer> start = () -> {
            Flyway replica = replica();
            together.await();
            return replica.migrate().migrationsExecuted;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(REPLICAS)) {
            return threads.invokeAll(Collections.nCopies(REPLICAS, start)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private Flyway replica() {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(url, OWNER, OWNER)
                .load();
    }

    private static String emptyDatabase(Flyway flyway) throws SQLException {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
            String url = connection.getMetaData().getURL();
            try (Connection own = DriverManager.getConnection(url, OWNER, OWNER);
                    Statement statement = own.createStatement()) {
                statement.execute("create database " + EMPTY);
            }
            return url.replaceFirst("/[^/?]+(\\?.*)?$", "/" + EMPTY);
        }
    }
}
