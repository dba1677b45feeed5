package io.handover.provisioning.job;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import java.util.concurrent.Executor;

/**
 * The Vert.x context that one job has for itself. Its sessions of Hibernate Reactive live in it; but drivers and
 * connection pools answer on contexts of their own, where two jobs may meet.
 */
public final class OwnContext {

    private final Executor executor;

    OwnContext(Context context) {
        this.executor = MutinyHelper.executor(context);
    }

    /** The same, going on here. */
    public <T> Uni<T> keep(Uni<T> asked) {
        return asked.emitOn(executor);
    }
}
