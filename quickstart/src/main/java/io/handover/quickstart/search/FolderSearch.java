package io.handover.quickstart.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Searches every file of a folder for texts, in many encodings at once. A file it can't read is a failure. */
public final class FolderSearch {

    private static final int BUFFER_BYTES = 1024 * 1024;

    private final List<String> names;
    private final Automaton automaton;

    /** Searches for texts by their names; the texts themselves are never named in what it finds. */
    public FolderSearch(Map<String, String> texts) {
        Map<String, String> sorted = new TreeMap<>(texts);
        names = List.copyOf(sorted.keySet());
        automaton = new Automaton(sorted.values().stream().map(Encodings::of).toList());
    }

    /** Reads every regular file in the folder and below. */
    public Findings search(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        var tally = new Tally();
        for (Path file : files) {
            searchFile(file, tally);
        }
        return new Findings(files.size(), tally.bytes, tally.places);
    }

    private void searchFile(Path file, Tally tally) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            int state = Automaton.START;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                state = searchBuffer(buffer, read, state, place -> tally.found(place, file));
                tally.bytes += read;
            }
        }
    }

    private int searchBuffer(byte[] buffer, int length, int start, Finder finder) {
        int state = start;
        for (int at = 0; at < length; at++) {
            state = automaton.step(state, buffer[at]);
            BitSet found = automaton.found(state);
            if (!found.isEmpty()) {
                found.stream().mapToObj(names::get).forEach(finder::found);
            }
        }
        return state;
    }

    /** Hears the name of a text that was found. */
    private interface Finder {
        void found(String name);
    }

    /** What has been found so far. */
    private static final class Tally {

        private final Map<String, Map<Path, Integer>> places = new TreeMap<>();
        private long bytes;

        void found(String name, Path file) {
            places.computeIfAbsent(name, _ -> new TreeMap<>()).merge(file, 1, Integer::sum);
        }
    }
}
