package io.handover.quickstart.demo;

import io.handover.quickstart.client.Unexpected;
import io.handover.quickstart.home.Home;
import io.handover.quickstart.search.Findings;
import io.handover.quickstart.search.Hit;
import io.handover.quickstart.search.Search;
import io.handover.quickstart.stack.Compute;
import io.handover.quickstart.stack.Progress;
import io.handover.quickstart.stack.Settings;
import io.handover.quickstart.stack.Stack;
import io.handover.quickstart.stack.StackFailed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells the story in a stack of its own, and looks for what the story's passwords left behind. */
public final class Demo {

    /** Not secret: if the search did not find this, what it says about secrets would mean nothing. */
    private static final String CONTROL = "a host name";

    private final Progress progress;
    private final Path checkout;
    private final Path folder;
    private final Compute compute;

    private Demo(Path checkout, Path folder, Compute compute, PrintStream out) {
        this.checkout = checkout;
        this.folder = folder;
        this.compute = compute;
        this.progress = new Progress(out);
    }

    /** Tells it on machines that are made there; returns 0 if all of it held. */
    public static int tell(Path checkout, Compute compute, PrintStream out) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("handover-demo-").toRealPath();
        out.printf("Handover on real parts, in %s on free ports%n", folder);
        try {
            new Demo(checkout, folder, compute, out).tell();
            Home.delete(folder);
            out.println("All of it held.");
            return 0;
        } catch (StackFailed | Unexpected failed) {
            out.printf("%s%nIt did not hold. %s is kept to look at.%n", failed.getMessage(), folder);
            return 1;
        }
    }

    private void tell() throws IOException, InterruptedException {
        Map<String, String> secrets;
        try (var stack = new Stack(Settings.anywhere(checkout, folder).with(compute), progress)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
            stack.start();
            progress.say("ready: " + stack.gateway());
            var story = new Story(stack.gateway(), stack.inbox(), progress);
            story.tell();
            secrets = story.secrets();
        }
        search(secrets);
    }

    private void search(Map<String, String> secrets) throws IOException {
        Map<String, String> texts = new TreeMap<>(secrets);
        texts.put(CONTROL, Story.MAIL);
        Findings findings = new Search(texts).folder(folder);
        progress.say("Searched all %d files of the folder (%d MB), in every encoding that a text gets into:"
                .formatted(findings.sources(), findings.bytes() / 1_000_000));
        progress.add(
                "the host name %s, to prove the search: found %d times".formatted(Story.MAIL, findings.count(CONTROL)));
        int found = secrets.keySet().stream().mapToInt(findings::count).sum();
        progress.add("Ada's and Bob's passwords, the token and the root passwords, %d secrets: found %d times"
                .formatted(secrets.size(), found));
        requireControl(findings, "postgresql");
        requireControl(findings, "kafka");
        requireAbsence(findings, secrets);
    }

    private void requireControl(Findings findings, String part) {
        if (findings.sourcesWith(CONTROL).stream().noneMatch(file -> file.startsWith(part))) {
            throw new Unexpected(
                    "The search did not find " + Story.MAIL + " in " + folder.resolve(part) + ", where it must be.");
        }
    }

    private static void requireAbsence(Findings findings, Map<String, String> secrets) {
        List<String> places = secrets.keySet().stream()
                .flatMap(findings::of)
                .map(Hit::toString)
                .toList();
        if (!places.isEmpty()) {
            throw new Unexpected(String.join("\n", places));
        }
    }
}
