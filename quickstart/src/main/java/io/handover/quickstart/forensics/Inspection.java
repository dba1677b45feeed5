package io.handover.quickstart.forensics;

import io.handover.quickstart.client.Unexpected;
import io.handover.quickstart.home.Home;
import io.handover.quickstart.search.Findings;
import io.handover.quickstart.search.Search;
import io.handover.quickstart.stack.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Plants a canary in every kind of place, takes copies of what does not stay, and searches all of it. */
final class Inspection {

    private static final Set<String> LOGGING =
            Set.of("identity", "permission", "provisioning", "notification", "gateway", "sandbox");

    /** Of a new server; later ones are there as long as it is, because all are kept. */
    private static final String FIRST_SEGMENT = "000000010000000000000001";

    private final Home home;
    private final Databases databases;
    private final KafkaLog kafka;
    private final Canaries canaries;
    private final Progress progress;
    private final Path baseBackup;
    private final Path logicalCopies;
    private final Path threads;
    private final Path heaps;
    private final List<Place> places = new ArrayList<>();

    Inspection(Path folder, Home home, Databases databases, KafkaLog kafka, Canaries canaries, Progress progress)
            throws IOException {
        this.home = home;
        this.databases = databases;
        this.kafka = kafka;
        this.canaries = canaries;
        this.progress = progress;
        baseBackup = folder.resolve("base-backup");
        logicalCopies = folder.resolve("logical-copies");
        threads = Files.createDirectories(folder.resolve("threads"));
        heaps = Files.createDirectories(folder.resolve("heaps"));
    }

    /** Before anything happens. */
    void plant() throws SQLException, InterruptedException, IOException {
        databases.keepWholeLog();
        databases.plantRow(canaries.plantedIn("a table"));
        databases.plantDroppedRow(canaries.plantedIn("the write-ahead log"));
        kafka.plant(canaries.plantedIn("a segment"), "none");
        kafka.plant(canaries.plantedIn("a compressed record"), "gzip");
        Files.writeString(home.folder("temporary").resolve("planted"), canaries.plantedIn("another file"));
    }

    /** While passwords are on their way. */
    void copyInTheMiddle() throws SQLException, IOException {
        databases.backUp(baseBackup, canaries.plantedIn("a base backup"));
        databases.copyOut(logicalCopies.resolve("middle"));
    }

    /** After the last delivery: what only running processes show. */
    Search searchProcesses(Map<String, ProcessHandle> parts, Path agent)
            throws SQLException, IOException, InterruptedException {
        databases.copyOut(logicalCopies.resolve("end"));
        List<Jvm> jvms = parts.entrySet().stream()
                .map(part -> new Jvm(part.getKey(), part.getValue().pid()))
                .toList();
        for (Jvm jvm : jvms) {
            plant(jvm, agent);
            jvm.dumpThreads(threads);
        }
        var search = new Search(canaries.all());
        place("Kafka, records decompressed", "a compressed record", kafka.search(search));
        for (Jvm jvm : jvms) {
            place("live objects of " + jvm.name(), "the heap of " + jvm.name(), liveObjects(jvm, search));
        }
        return search;
    }

    /** When everything has stopped, and is on the disk. */
    List<Place> searchFiles(Search search) throws IOException {
        Path postgresql = home.folder("postgresql");
        Predicate<Path> isLog = path -> path.startsWith("pg_wal");
        place("PostgreSQL, data files", "a table", search.folder(postgresql, isLog.negate()));
        requireFirst(postgresql.resolve("pg_wal").resolve(FIRST_SEGMENT));
        place("PostgreSQL, write-ahead log", "the write-ahead log", search.folder(postgresql, isLog));
        place("PostgreSQL, base backup", "a base backup", search.folder(baseBackup));
        place("PostgreSQL, logical copies", "a table", search.folder(logicalCopies));
        place("Kafka, segments", "a segment", search.folder(home.folder("kafka")));
        place("logs at DEBUG", "the log of", search.folder(home.folder("logs")));
        place("thread dumps", "the threads of", search.folder(threads));
        Set<String> searched = Set.of("postgresql", "kafka", "logs");
        place(
                "all other files",
                "another file",
                search.folder(home.path(), path -> searched.stream().noneMatch(path::startsWith)));
        return places;
    }

    private static void requireFirst(Path segment) {
        if (!Files.exists(segment)) {
            throw new Unexpected("The write-ahead log is not whole: " + segment + " is gone.");
        }
    }

    private void plant(Jvm jvm, Path agent) throws IOException, InterruptedException {
        jvm.plant(
                agent,
                canaries.plantedIn("the heap of " + jvm.name()),
                canaries.plantedIn("the threads of " + jvm.name()),
                LOGGING.contains(jvm.name()) ? canaries.plantedIn("the log of " + jvm.name()) : "");
    }

    /** A dump in which something was found is kept. */
    private Findings liveObjects(Jvm jvm, Search search) throws IOException, InterruptedException {
        Path dump = heaps.resolve(jvm.name() + ".hprof");
        jvm.dumpLiveObjects(dump);
        Findings findings;
        try (InputStream in = Files.newInputStream(dump)) {
            findings = search.stream(dump.getFileName().toString(), in);
        }
        if (findings.hits().stream().noneMatch(hit -> canaries.secrets().contains(hit.text()))) {
            Files.delete(dump);
        }
        return findings;
    }

    private void place(String name, String planted, Findings findings) {
        places.add(new Place(name, canaries.namesIn(planted), findings));
        progress.say("searched " + name);
    }
}
