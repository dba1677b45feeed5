package io.handover.quickstart.forensics;

import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A Java agent that puts texts into a running JVM: into an object that stays, a thread's name, and the log. */
public final class PlantingAgent {

    @SuppressWarnings("unused") // It is to be there, and that is all.
    private static volatile @Nullable String kept;

    private PlantingAgent() {}

    /**
     * Called by the JVM that was told to load this.
     *
     * @param texts for the object, the thread and the log, with commas between
     */
    public static void agentmain(String texts) {
        String[] each = texts.split(",", 3);
        kept = each[0];
        Thread.ofPlatform().daemon().name(each[1]).start(PlantingAgent::stay);
        Logger.getLogger(PlantingAgent.class.getName()).fine(each[2]);
    }

    private static void stay() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
