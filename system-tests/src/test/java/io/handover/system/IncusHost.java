package io.handover.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The Incus in one folder, as {@code deploy/incus/host} brings it up, and its own command line. */
record IncusHost(Path checkout, Path folder) {

    /** Starts it, or says in one line why it cannot be. */
    String obstacle() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        // Root in a server is another user here, who must get to the server's files.
        Files.setPosixFilePermissions(folder.resolveSibling(""), PosixFilePermissions.fromString("rwx--x--x"));
        Ended up = host("up");
        return up.status() == 0 ? "" : up.said().lines().reduce("", (_, last) -> last);
    }

    /** Deletes it with everything in it. */
    void down() throws IOException, InterruptedException {
        host("down");
    }

    /** What {@code incus} answers. */
    String ask(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder("incus");
        command.command().addAll(List.of(arguments));
        command.environment().put("INCUS_DIR", folder.resolve("incus").toString());
        Ended ended = run(command.redirectError(Redirect.INHERIT));
        if (ended.status() != 0) {
            throw new IOException(String.join(" ", command.command()) + ": " + ended.said());
        }
        return ended.said();
    }

    private Ended host(String verb) throws IOException, InterruptedException {
        String script = checkout.resolve("deploy/incus/host").toString();
        return run(new ProcessBuilder(script, verb, folder.toString()).redirectErrorStream(true));
    }

    private static Ended run(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), said.strip());
    }

    private record Ended(int status, String said) {}
}
