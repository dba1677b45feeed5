package io.handover.test.infrastructure;

/** A PostgreSQL server for one test run, whose superuser is {@code postgres} with the same password. */
interface Database {

    /** Embedded, or in a container when {@code -Dinfra=containers} asks for that. */
    static Database forTests() {
        return Containers.areWanted() ? new ContainerDatabase() : new EmbeddedDatabase();
    }

    void start();

    /** Host and port, once it has started. */
    String address();

    void stop();
}
