package io.handover.provisioning.job;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import java.util.Objects;

/** Keeps a job on its Vert.x context: sessions of Hibernate Reactive need it, and drivers answer on any thread. */
public final class OwnContext {

    private OwnContext() {}

    /** The same, going on where it was asked for. */
    public static <T> Uni<T> keep(Uni<T> asked) {
        var context = Objects.requireNonNull(Vertx.currentContext());
        return asked.emitOn(MutinyHelper.executor(context));
    }
}
