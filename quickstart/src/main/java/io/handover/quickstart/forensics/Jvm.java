package io.handover.quickstart.forensics;

import io.handover.quickstart.client.Unexpected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The JVM of one part of the stack, looked into with the JDK's own {@code jcmd}. */
public record Jvm(String name, long pid) {

    private static final Duration CLEANING = Duration.ofMillis(500);

    /** How the serial collector describes each of its two. */
    private static final Pattern GENERATION = Pattern.compile("(?:DefNew|Tenured) .* used (\\d+)K");

    private static final String JCMD =
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();

    /** Puts a text into an object that stays, another into a thread's name, and one into the log. */
    void plant(Path agent, String object, String thread, String line) throws IOException, InterruptedException {
        command("JVMTI.agent_load", agent.toString(), String.join(",", object, thread, line));
    }

    /** What every thread is doing, the virtual ones in a file of their own. */
    void dumpThreads(Path folder) throws IOException, InterruptedException {
        command("Thread.dump_to_file", folder.resolve(name + "-all-threads.txt").toString());
        Files.writeString(folder.resolve(name + "-threads.txt"), command("Thread.print", "-l", "-e"));
    }

    /**
     * Every object that something still refers to. What has a cleaner takes two collections: the first finds that
     * nobody refers to it, then it is cleaned, and only the second one does away with what its cleaner held.
     */
    void dumpLiveObjects(Path file) throws IOException, InterruptedException {
        command("GC.run");
        Thread.sleep(CLEANING);
        command("GC.heap_dump", file.toString());
    }

    /** KiB of the objects that something still refers to. */
    public long liveKib() throws IOException, InterruptedException {
        command("GC.run");
        return GENERATION
                .matcher(command("GC.heap_info"))
                .results()
                .mapToLong(generation -> Long.parseLong(generation.group(1)))
                .sum();
    }

    private String command(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JCMD, Long.toString(pid)));
        command.addAll(List.of(words));
        Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new Unexpected("jcmd " + words[0] + " failed for " + name + ": " + said);
        }
        return said;
    }
}
