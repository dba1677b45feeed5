package io.handover.test.infrastructure;

import org.testcontainers.utility.DockerImageName;

/** The official images, in the versions that {@code docker-compose.yml} runs. */
final class Containers {

    static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.1.2");
    static final DockerImageName POSTGRESQL = DockerImageName.parse("postgres:18");

    private Containers() {}

    /** Whether tests are to run on containers: {@code ./handover test -Dinfra=containers}. */
    static boolean areWanted() {
        String infra = System.getProperty("infra", "embedded");
        return switch (infra) {
            case "embedded" -> false;
            case "containers" -> true;
            default -> throw new IllegalArgumentException("infra is embedded or containers, not " + infra);
        };
    }
}
