package io.handover.test.infrastructure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** PostgreSQL from binaries on the class path. Its data is thrown away, so it need not be synced to disk. */
final class EmbeddedDatabase implements Database {

    private @Nullable EmbeddedPostgres postgres;

    @Override
    public void start() {
        try {
            postgres = EmbeddedPostgres.builder().start();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL did not start", failed);
        }
    }

    @Override
    public String address() {
        return "localhost:" + Objects.requireNonNull(postgres).getPort();
    }

    @Override
    public void stop() {
        try {
            Objects.requireNonNull(postgres).close();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL did not stop", failed);
        }
    }
}
