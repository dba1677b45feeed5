package io.handover.quickstart.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Searches for texts, in many encodings at once. A file it can't read is a failure. */
public final class Search {

    private static final int BUFFER_BYTES = 1024 * 1024;

    private final List<Form> forms = new ArrayList<>();
    private final Automaton automaton;

    /** Searches for texts by their names; the texts themselves are never named in what it finds. */
    public Search(Map<String, String> texts) {
        List<ByteBuffer> sequences = new ArrayList<>();
        new TreeMap<>(texts)
                .forEach((name, text) -> Encodings.of(text).forEach((sequence, encoding) -> {
                    forms.add(new Form(name, encoding));
                    sequences.add(sequence);
                }));
        automaton = new Automaton(sequences);
    }

    /** Reads every regular file in the folder and below; a source is the path from there. */
    public Findings folder(Path folder) throws IOException {
        return folder(folder, _ -> true);
    }

    /** Reads those of the files that it is told to by their paths from the folder. */
    public Findings folder(Path folder, Predicate<Path> which) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> which.test(folder.relativize(file)))
                    .sorted()
                    .toList();
        }
        Findings findings = Findings.NOTHING;
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                findings = findings.and(stream(folder.relativize(file).toString(), in));
            }
        }
        return findings;
    }

    /** Reads a stream to its end, and leaves it open. */
    public Findings stream(String source, InputStream in) throws IOException {
        Map<Form, Hit> hits = new TreeMap<>();
        var scanner = new Scanner(
                automaton, (number, end) -> hits.merge(forms.get(number), hit(number, source, end), Search::again));
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            scanner.read(buffer, read);
        }
        return new Findings(1, scanner.position(), List.copyOf(hits.values()));
    }

    private Hit hit(int number, String source, long end) {
        Form form = forms.get(number);
        return new Hit(form.text(), form.encoding(), source, end, 1);
    }

    private static Hit again(Hit first, Hit next) {
        return new Hit(first.text(), first.encoding(), first.source(), first.end(), first.count() + next.count());
    }

    /** What a sequence of bytes is a form of. */
    private record Form(String text, String encoding) implements Comparable<Form> {

        @Override
        public int compareTo(Form other) {
            int byText = text.compareTo(other.text);
            return byText == 0 ? encoding.compareTo(other.encoding) : byText;
        }
    }
}
