package io.handover.notification.keyencryption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder of secret files, for its owner's eyes only. What it says has happened is on the disk. */
final class KeyFolder {

    private static final FileAttribute<?> FOLDER_RIGHTS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final FileAttribute<?> FILE_RIGHTS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private static final String WHOLE = ".key";
    private static final String HALF_MADE = ".half";

    private final Path folder;

    private KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder, made if it is not there; fails when others may look into it. */
    static KeyFolder open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder, FOLDER_RIGHTS);
            refuseLooseRights(folder, "700");
            for (Path file : files(folder)) {
                refuseLooseRights(file, "600");
            }
            return new KeyFolder(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "handover.key-encryption.folder: " + folder + " can't be used. Name a folder that this user owns.",
                    failed);
        }
    }

    /** The files that are whole. What a crash left half made is destroyed. */
    List<UUID> list() throws IOException {
        for (Path file : files(folder)) {
            if (file.toString().endsWith(HALF_MADE)) {
                destroy(file);
            }
        }
        return files(folder).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(WHOLE))
                .map(name -> UUID.fromString(name.substring(0, name.length() - WHOLE.length())))
                .toList();
    }

    byte[] read(UUID id) throws IOException {
        return Files.readAllBytes(path(id, WHOLE));
    }

    /** Writes it whole or not at all: under another name first. */
    void write(UUID id, byte[] content) throws IOException {
        Path half = path(id, HALF_MADE);
        try (var file =
                FileChannel.open(half, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FILE_RIGHTS)) {
            writeAll(file, ByteBuffer.wrap(content));
        }
        Files.move(half, path(id, WHOLE), StandardCopyOption.ATOMIC_MOVE);
        sync();
    }

    /** Overwrites it, and removes it. */
    void destroy(UUID id) throws IOException {
        destroy(path(id, WHOLE));
    }

    /**
     * Overwriting reaches the old blocks on file systems that write in place. SSDs, snapshots and file systems that
     * copy on write may keep a copy, which only their own means erase: encrypt such a disk, or use another provider.
     */
    private void destroy(Path path) throws IOException {
        try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            writeAll(file, ByteBuffer.allocate(Math.toIntExact(file.size())));
        } catch (NoSuchFileException gone) {
            return;
        }
        Files.deleteIfExists(path);
        sync();
    }

    /** The names in the folder, too. */
    private void sync() throws IOException {
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private Path path(UUID id, String ending) {
        return folder.resolve(id + ending);
    }

    private static void writeAll(FileChannel file, ByteBuffer content) throws IOException {
        while (content.hasRemaining()) {
            file.write(content);
        }
        file.force(true);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void refuseLooseRights(Path path, String rights) throws IOException {
        if (Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
            throw new IllegalStateException("handover.key-encryption.folder: others may use " + path
                    + ". Who could read it can open passwords on their way: chmod " + rights + " " + path
                    + ", and delete the keys in it if somebody may have.");
        }
    }
}
