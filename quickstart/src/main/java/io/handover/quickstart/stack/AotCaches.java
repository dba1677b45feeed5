package io.handover.quickstart.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What JVMs keep of a training to start with less work from then on: an AOT cache of each program (JEP 514), beside its
 * jar. A JVM checks whether one was made for it, and starts without if it was not.
 *
 * @param training whether they are made now
 */
record AotCaches(boolean training) {

    /** What a JVM is told. */
    List<String> options(Path jar, String program) {
        Path cache = cache(jar, program);
        if (training) {
            return List.of("-XX:AOTCacheOutput=" + cache);
        }
        return isThere(jar, program) ? List.of("-XX:AOTCache=" + cache) : List.of();
    }

    /** Whether a program's is there, and no older than the program. */
    static boolean isThere(Path jar, String program) {
        try {
            Path cache = cache(jar, program);
            return Files.exists(cache)
                    && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) >= 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path cache(Path jar, String program) {
        return jar.resolveSibling(program + ".aot");
    }
}
