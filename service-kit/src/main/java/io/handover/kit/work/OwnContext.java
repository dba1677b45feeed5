package io.handover.kit.work;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A Vert.x context that one piece of work has for itself. Its sessions of Hibernate Reactive live in it; but drivers,
 * timers and connection pools answer on contexts of their own, where two pieces of work may meet.
 */
public final class OwnContext {

    private final Context context;

    private OwnContext(Context context) {
        this.context = context;
    }

    /** Does work on a new one. */
    public static <T> void run(
            Vertx vertx, Function<OwnContext, Uni<T>> work, Consumer<T> ended, Consumer<Throwable> failed) {
        Context context = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
        VertxContextSafetyToggle.setContextSafe(context, true);
        var own = new OwnContext(context);
        context.runOnContext(ignored -> work.apply(own).subscribe().with(ended, failed));
    }

    /** The same, going on here wherever it is answered. */
    public <T> Uni<T> keep(Uni<T> asked) {
        return asked.emitOn(MutinyHelper.executor(context));
    }
}
