package io.handover.quickstart.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folder of one stack: {@code logs}, {@code secrets}, and a folder for the state of each part. Nobody but its owner
 * may read it.
 */
public final class Home {

    private static final String OWNER_ONLY = "rwx------";
    private static final String OWNER_ONLY_FILE = "rw-------";

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int SECRET_CHARACTERS = 32;

    private final Path path;

    private Home(Path path) {
        this.path = path;
    }

    /** The home in this folder, which is made when it is not there. */
    public static Home at(Path path) {
        Home home = new Home(path.toAbsolutePath().normalize());
        home.make(home.path);
        return home;
    }

    /** Deletes a folder with everything in it, such as one that a home was in; nothing if there is none. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** The folder of one part, made when it is not there. */
    public Path folder(String part) {
        return make(path.resolve(part));
    }

    /** The file that one part writes its log to. */
    public Path log(String part) {
        return folder("logs").resolve(part + ".log");
    }

    /** A secret that is made up once and kept. */
    public String secret(String name) {
        try {
            return Files.readString(secretFile(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The file that holds a secret. */
    public Path secretFile(String name) {
        Path file = folder("secrets").resolve(name);
        try {
            Files.createFile(
                    file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY_FILE)));
            return Files.writeString(file, random());
        } catch (FileAlreadyExistsException made) {
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path make(Path folder) {
        try {
            return Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        } catch (IOException failed) {
            throw new UncheckedIOException("The folder " + folder + " could not be made", failed);
        }
    }

    private static String random() {
        return new SecureRandom()
                .ints(SECRET_CHARACTERS, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, at) -> text.append(ALPHABET.charAt(at)), StringBuilder::append)
                .toString();
    }
}
