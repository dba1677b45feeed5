package io.handover.system;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Docker on this machine, asked in few words: a test that cannot run is to be known as such at once. */
final class Engine {

    private static final int PATIENCE_SECONDS = 10;

    private Engine() {}

    /**
     * What keeps this machine from running a compose file at once, without fetching anything; empty when nothing does.
     */
    static String obstacle(Path composeFile) throws IOException, InterruptedException {
        Answer images = ask(List.of("docker", "compose", "--file", composeFile.toString(), "config", "--images"));
        if (!images.good()) {
            return images.firstLine();
        }
        List<String> inspect = new ArrayList<>(List.of("docker", "image", "inspect", "--format", "{{.Id}}"));
        inspect.addAll(images.text().lines().distinct().toList());
        Answer present = ask(inspect);
        return present.good() ? "" : present.firstLine();
    }

    private static Answer ask(List<String> command) throws IOException, InterruptedException {
        File output = File.createTempFile("docker", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Answer(false, "Docker does not answer");
            }
            return new Answer(process.exitValue() == 0, Files.readString(output.toPath(), StandardCharsets.UTF_8));
        } catch (IOException absent) {
            return new Answer(false, "there is no docker command");
        } finally {
            Files.delete(output.toPath());
        }
    }

    private record Answer(boolean good, String text) {

        /** The first that says what is wrong. */
        String firstLine() {
            return text.lines()
                    .filter(line -> !line.matches("sha256:.*|\\s*"))
                    .findFirst()
                    .orElse("Docker said no");
        }
    }
}
