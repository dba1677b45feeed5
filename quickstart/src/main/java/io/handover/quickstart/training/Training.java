package io.handover.quickstart.training;

import io.handover.quickstart.client.Unexpected;
import io.handover.quickstart.demo.Story;
import io.handover.quickstart.home.Home;
import io.handover.quickstart.stack.Progress;
import io.handover.quickstart.stack.Settings;
import io.handover.quickstart.stack.Stack;
import io.handover.quickstart.stack.StackFailed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Tells the demo's story on a stack whose JVMs write down what they learn by it: they start in half the time then. */
public final class Training {

    private Training() {}

    /** Does nothing for a checkout that is trained; returns 0 if it is in the end. One at a time. */
    public static int run(Path checkout, PrintStream out) throws IOException, InterruptedException {
        Path lock = checkout.resolve("quickstart/target/training.lock");
        try (var file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = file.lock()) {
            return Stack.isTrained(checkout) ? 0 : train(checkout, out);
        }
    }

    private static int train(Path checkout, PrintStream out) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("handover-training-").toRealPath();
        out.printf("The JVMs of Handover learn how they start, in %s on free ports%n", folder);
        var progress = new Progress(out);
        try (var stack = Stack.inTraining(Settings.anywhere(checkout, folder), progress)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
            stack.start();
            new Story(stack.gateway(), stack.inbox(), progress).tell();
            progress.say("the JVMs write down what they learned");
        } catch (StackFailed | Unexpected failed) {
            out.printf("%s%n%s is kept to look at.%n", failed.getMessage(), folder);
            return 1;
        }
        Home.delete(folder);
        if (!Stack.isTrained(checkout)) {
            out.println("A JVM has written nothing down. Is there room for 1 GB in " + checkout + "?");
            return 1;
        }
        return 0;
    }
}
