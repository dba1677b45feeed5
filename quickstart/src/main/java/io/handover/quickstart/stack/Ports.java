package io.handover.quickstart.stack;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Ports that nobody listens on, each given once. */
final class Ports {

    /** Below the ports that systems give to connections, which could take one before its server does. */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;
    private static final int TRIES_MAX = 1_000;

    private final RandomGenerator random;
    private final Set<Integer> given;

    /** Gives none of those that were given already. */
    Ports(RandomGenerator random, Set<Integer> given) {
        this.random = random;
        this.given = new HashSet<>(given);
    }

    int free() {
        return IntStream.generate(() -> random.nextInt(FIRST, LAST))
                .limit(TRIES_MAX)
                .filter(port -> isFree(port) && given.add(port))
                .findFirst()
                .orElseThrow(() -> new StackFailed("There is no free port between " + FIRST + " and " + LAST + "."));
    }

    /** On every address: a server of somebody else on another one would get what is meant for ours. */
    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
