package io.handover.kit.work;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Keeps work moving: woken when there may be some, and now and then by itself, it takes up pieces until there are none,
 * several at a time.
 */
public final class Worker {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(10);

    private final String what;
    private final Vertx vertx;
    private final int parallel;
    private final Semaphore free;
    private final Function<OwnContext, Uni<Boolean>> takeOne;
    private volatile boolean stopped;

    /**
     * A worker that is not at work yet.
     *
     * @param what is done, in the plural, for the log
     * @param parallel how many pieces at a time
     * @param takeOne takes up a piece and does it; false when there was none
     */
    public Worker(String what, Vertx vertx, int parallel, Function<OwnContext, Uni<Boolean>> takeOne) {
        this.what = what;
        this.vertx = vertx;
        this.parallel = parallel;
        this.free = new Semaphore(parallel);
        this.takeOne = takeOne;
    }

    /** Begins to look. */
    public void start() {
        vertx.setPeriodic(LOOK_AGAIN.toMillis(), timer -> wake());
    }

    /** Takes up nothing more, and waits a while for what is under way to end. For a thread that may block. */
    public void stop() {
        stopped = true;
        try {
            if (!free.tryAcquire(parallel, LAST_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                Log.warnf("%s are left under way count=%d", what, parallel - free.availablePermits());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** There may be something to do. */
    public void wake() {
        if (!stopped && free.tryAcquire()) {
            OwnContext.run(vertx, takeOne, this::ended, this::failed);
        }
    }

    /** As soon as there may be. */
    public void wakeIn(Duration pause) {
        vertx.setTimer(Math.max(1, pause.toMillis()), timer -> wake());
    }

    private void ended(boolean maybeMore) {
        free.release();
        if (maybeMore) {
            wake();
        }
    }

    private void failed(Throwable failure) {
        free.release();
        if (!stopped) {
            Log.warnf("%s wait: error=%s", what, failure);
        }
    }
}
