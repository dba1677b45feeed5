package io.handover.deploy.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Where things are: the manifests, and the checkout around them. */
final class Folder {

    static final Path MANIFESTS = Path.of("").toAbsolutePath();
    static final Path CHECKOUT = MANIFESTS.resolve("../..").normalize();

    private Folder() {}

    static List<String> overlays() {
        return names(MANIFESTS.resolve("overlays"));
    }

    static List<String> components() {
        return names(MANIFESTS.resolve("components"));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static List<Path> filesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Changes with every change of what overlays are rendered from. */
    static String digestOfSources() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.of("base", "components", "overlays")
                    .flatMap(folder -> filesBelow(MANIFESTS.resolve(folder)).stream())
                    .forEach(file -> {
                        String name = MANIFESTS.relativize(file).toString().replace('\\', '/');
                        digest.update((name + "\n" + text(file)).getBytes(StandardCharsets.UTF_8));
                    });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
