package io.handover.test.infrastructure;

import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL's official image. */
final class ContainerDatabase implements Database {

    private static final String ADMINISTRATOR = "postgres";

    private final PostgreSQLContainer container = new PostgreSQLContainer(Containers.POSTGRESQL)
            .withUsername(ADMINISTRATOR)
            .withPassword(ADMINISTRATOR);

    ContainerDatabase() {
        container.withDatabaseName(ADMINISTRATOR);
    }

    @Override
    public void start() {
        container.start();
    }

    @Override
    public String address() {
        return container.getHost() + ":" + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
    }

    @Override
    public void stop() {
        container.stop();
    }
}
