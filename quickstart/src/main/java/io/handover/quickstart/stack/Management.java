package io.handover.quickstart.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where each service of a stack that runs is operated, written down in its home for who comes with a command. */
public final class Management {

    private final Path file;

    private Management(Path file) {
        this.file = file;
    }

    /** Of the stack in a folder, which need not be there. */
    public static Management of(Path home) {
        return new Management(home.resolve("management"));
    }

    /** By the services' names; empty when no stack runs. */
    public Map<String, URI> addresses() {
        Map<String, URI> addresses = new TreeMap<>();
        if (Files.exists(file)) {
            lines().stream()
                    .map(line -> line.split(" ", 2))
                    .filter(entry -> entry.length == 2)
                    .forEach(entry -> addresses.put(entry[0], URI.create(entry[1])));
        }
        return addresses;
    }

    void write(Map<String, URI> addresses) {
        List<String> lines = addresses.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .sorted()
                .toList();
        try {
            Files.write(file, lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
