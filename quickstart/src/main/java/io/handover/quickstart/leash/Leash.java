package io.handover.quickstart.leash;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Ends this process when the one that started it is gone, however it went: standard input is a pipe whose other end
 * only the starter holds, so it is at its end when the starter is. As a Java agent it holds programs that know nothing
 * of it.
 */
public final class Leash {

    private Leash() {}

    /** Called by the JVM for {@code -javaagent}. */
    public static void premain(@Nullable String ignored) {
        hold();
    }

    /** Ends this process, with its shutdown hooks, as soon as standard input ends. */
    public static void hold() {
        Thread.ofPlatform().daemon().name("leash").start(Leash::waitUntilLetGo);
    }

    private static void waitUntilLetGo() {
        try {
            while (System.in.read() >= 0) {
                // Nobody has anything to say here.
            }
        } catch (IOException gone) {
            // So is the starter.
        }
        Runtime.getRuntime().exit(0);
    }
}
