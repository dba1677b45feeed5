package io.handover.system;

import io.handover.quickstart.database.Administrator;
import io.handover.quickstart.home.Home;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * What a stack of a former version left, in one file: databases, topics, machines, key-encryption keys, and what it
 * answered.
 */
final class Recording implements AutoCloseable {

    /** What a home keeps besides: secrets are made up anew, data and logs are not of this size. */
    private static final List<String> FOLDERS = List.of("sandbox", "key-encryption");

    private final FileSystem zip;

    private Recording(FileSystem zip) {
        this.zip = zip;
    }

    /** An empty one. */
    static Recording create(Path file) throws IOException {
        Files.deleteIfExists(file);
        return new Recording(FileSystems.newFileSystem(file, Map.of("create", "true")));
    }

    /** The one that is checked in. */
    static Recording checkedIn() throws IOException {
        try {
            var file = Objects.requireNonNull(Recording.class.getResource("/upgrade/recording.zip"));
            return new Recording(FileSystems.newFileSystem(Path.of(file.toURI())));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Takes everything of a stack that runs, and has come to rest. */
    void take(Path checkout, Home home, String postgresql, String kafka, FormerAnswers answers)
            throws IOException, SQLException {
        for (DatabaseDump database : databases(postgresql, home)) {
            database.record(checkout);
        }
        new TopicDump(kafka, zip.getPath("topics.jsonl")).record();
        answers.write(zip.getPath("answers.json"));
        for (String folder : FOLDERS) {
            copy(home.folder(folder), zip.getPath(folder));
        }
    }

    /** Puts machines and keys into a home in which nothing runs yet. */
    void restore(Home home) throws IOException {
        for (String folder : FOLDERS) {
            copy(zip.getPath(folder), home.folder(folder));
        }
    }

    /** Puts everything else into a PostgreSQL and a Kafka that are empty. */
    void restore(Home home, String postgresql, String kafka)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        for (DatabaseDump database : databases(postgresql, home)) {
            database.restore();
        }
        new TopicDump(kafka, zip.getPath("topics.jsonl")).restore();
    }

    /** The tables that do not hold what was recorded of them. */
    List<String> changed(Home home, String postgresql) throws IOException, SQLException {
        List<String> changed = new ArrayList<>();
        for (DatabaseDump database : databases(postgresql, home)) {
            changed.addAll(database.changed());
        }
        return changed;
    }

    FormerAnswers answers() throws IOException {
        return FormerAnswers.read(zip.getPath("answers.json"));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private List<DatabaseDump> databases(String postgresql, Home home) {
        var administrator = new Administrator(postgresql, home);
        return DatabaseDump.SERVICES.stream()
                .map(service -> new DatabaseDump(administrator, service, zip.getPath("databases")))
                .toList();
    }

    /** Nobody but their owner may read what comes into a home. */
    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path path : all) {
            Path copy = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                Files.write(copy, Files.readAllBytes(path));
            }
            if (copy.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(
                        copy, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
            }
        }
    }
}
