package io.handover.quickstart.stack;

import io.handover.quickstart.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;

/** The Incus of one stack, which {@code deploy/incus/host} brings up in the stack's folder; for root on Debian. */
final class PrivateIncus {

    private final Path script;
    private final Path folder;

    PrivateIncus(Checkout checkout, Home home) {
        script = checkout.root().resolve("deploy/incus/host");
        folder = home.folder("incus");
        letThrough(home.path());
    }

    /** Starts it, unless it runs, and returns what provisioning is to find in its environment. */
    Map<String, String> start() throws InterruptedException {
        run("up");
        try {
            return Files.readAllLines(folder.resolve("environment")).stream()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Stops it and its machines; the next start finds them again. */
    void stop() throws InterruptedException {
        run("stop");
    }

    /** Root in a machine is another user here, who must get to the machine's files; there is nothing else to see. */
    private static void letThrough(Path folder) {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void run(String verb) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(script.toString(), verb, folder.toString())
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            String complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new StackFailed("There is no Incus here. " + complaint.strip());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(script + " could not be started", failed);
        }
    }
}
