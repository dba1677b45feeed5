package io.handover.sandbox.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of one sandbox process. What is written appears whole or not at all, however the process ends: it is
 * prepared beside, under a name that begins with a dot, and then renamed. Only the owner may read it.
 */
public final class StateFolder implements AutoCloseable {

    private static final String UNFINISHED = ".";
    private static final Set<StandardOpenOption> NEW =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);

    private final Path root;
    private final FileChannel lock;

    private StateFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Makes the folder if it is new; fails when another process uses it. */
    public static StateFolder open(Path root) {
        try {
            createFolders(root);
            FileChannel lock = FileChannel.open(root.resolve("lock"), NEW, rights(root, "rw-------"));
            if (!isTaken(lock)) {
                lock.close();
                throw new IllegalStateException("another sandbox uses the folder " + root.toAbsolutePath());
            }
            return new StateFolder(root, lock);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What there is of a kind, by name; leftovers of an end halfway are removed. */
    public List<String> list(String kind) {
        try {
            Path folder = createFolders(root.resolve(kind));
            try (Stream<Path> paths = Files.list(folder)) {
                List<String> names = paths.map(path -> path.getFileName().toString())
                        .sorted()
                        .toList();
                names.stream().filter(StateFolder::isUnfinished).forEach(name -> remove(folder.resolve(name)));
                return names.stream().filter(name -> !isUnfinished(name)).toList();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads a file. */
    public byte[] read(String kind, String... path) {
        try {
            return Files.readAllBytes(root.resolve(Path.of(kind, path)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes a file, in the place of the one that is there. */
    public void write(byte[] content, String kind, String... path) {
        try {
            Path file = root.resolve(Path.of(kind, path));
            createFolders(parent(file));
            Path unfinished = unfinished(file);
            writeThrough(unfinished, content);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes a folder of files that is not there yet. */
    public void writeAll(Map<String, byte[]> files, String kind, String name) {
        try {
            Path folder = createFolders(root.resolve(kind)).resolve(name);
            Path unfinished = unfinished(folder);
            remove(unfinished);
            createFolders(unfinished);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                writeThrough(unfinished.resolve(file.getKey()), file.getValue());
            }
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Removes a file or a folder, if it is there. */
    public void delete(String kind, String name) {
        try {
            Path path = root.resolve(kind).resolve(name);
            if (Files.exists(path)) {
                Path unfinished = unfinished(path);
                remove(unfinished);
                Files.move(path, unfinished, StandardCopyOption.ATOMIC_MOVE);
                remove(unfinished);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Lets another process use the folder. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isTaken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException taken) {
            return false;
        }
    }

    private static void writeThrough(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, NEW, rights(file, "rw-------"))) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void remove(Path path) {
        try {
            if (Files.exists(path)) {
                try (Stream<Path> inside = Files.walk(path)) {
                    for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path createFolders(Path folder) throws IOException {
        return Files.createDirectories(folder, rights(folder, "rwx------"));
    }

    /** None where the file system does not know rights of this kind. */
    private static FileAttribute<?>[] rights(Path path, String rights) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static Path unfinished(Path path) {
        return path.resolveSibling(UNFINISHED + path.getFileName());
    }

    private static boolean isUnfinished(String name) {
        return name.startsWith(UNFINISHED);
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }
}
