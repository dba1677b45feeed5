package io.handover.chaos.nemesis;

import io.handover.chaos.history.Disruption;
import io.handover.chaos.history.History;
import io.handover.chaos.kafka.Groups;
import io.handover.chaos.plan.Fault;
import io.handover.chaos.plan.Faults;
import io.handover.quickstart.database.Database;
import io.handover.quickstart.inbox.Fate;
import io.handover.quickstart.stack.Progress;
import io.handover.quickstart.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Breaks what a plan says, one thing after the other, and mends each before the next. */
public final class Nemesis {

    /** Of each file, in bytes. */
    private static final int ROOM = 1024 * 1024;

    private final Stack stack;
    private final Path home;
    private final Groups groups;
    private final History history;
    private final Progress progress;

    /**
     * One that has not begun.
     *
     * @param home of the stack
     */
    public Nemesis(Stack stack, Path home, History history, Progress progress) {
        this.stack = stack;
        this.home = home;
        this.groups = new Groups(stack.kafka());
        this.history = history;
        this.progress = progress;
    }

    /** Goes on until it is over. Whatever was broken is whole when this returns. */
    public void breakThings(Faults plan, BooleanSupplier over) throws InterruptedException, IOException {
        while (!over.getAsBoolean()) {
            Fault fault = plan.next();
            Duration began = progress.elapsed();
            progress.say("%s %s"
                    .formatted(fault.kind(), String.join(", ", fault.parts()))
                    .strip());
            inflict(fault);
            note(fault, began);
            Thread.sleep(fault.rest());
        }
    }

    private void inflict(Fault fault) throws InterruptedException, IOException {
        switch (fault.kind()) {
            case KILL_REPLICA, KILL_SERVICE, KILL_KAFKA, KILL_POSTGRESQL, KILL_SANDBOX -> kill(fault);
            case FILL_DISK -> fillDisk(fault);
            case PAUSE_REPLICA, PAUSE_KAFKA -> pause(fault);
            case REPLAY -> replay(fault);
            case MESSAGES_REFUSED -> trouble(Fate.REFUSED, fault);
            case MESSAGES_PUT_OFF -> trouble(Fate.PUT_OFF, fault);
            case MESSAGES_DELAYED -> trouble(Fate.SLOW, fault);
            case MESSAGES_UNANSWERED -> trouble(Fate.UNANSWERED, fault);
        }
    }

    private void kill(Fault fault) throws InterruptedException {
        stack.kill(fault.parts());
        Thread.sleep(fault.length());
        stack.bringBack(fault.parts());
    }

    private void pause(Fault fault) throws InterruptedException, IOException {
        signal("-STOP", fault.parts());
        try {
            Thread.sleep(fault.length());
        } finally {
            signal("-CONT", fault.parts());
        }
    }

    /**
     * No file of it may grow beyond what a control file needs, so it cannot write its log any more. It may give up, and
     * not come up again.
     */
    private void fillDisk(Fault fault) throws InterruptedException, IOException {
        stack.abandon(fault.parts().getFirst());
        for (ProcessHandle process : Database.processes(home)) {
            // Those that the first of them takes down with it are gone by their turn.
            run("prlimit --pid " + process.pid() + " --fsize=" + ROOM + " 2>/dev/null");
        }
        Thread.sleep(fault.length());
        stack.bringBack(fault.parts());
    }

    private void signal(String signal, List<String> parts) throws InterruptedException, IOException {
        for (String part : parts) {
            ProcessHandle process = stack.processes().get(part);
            if (process != null) {
                run("kill " + signal + " " + process.pid());
            }
        }
    }

    /** Every shell knows the commands; Java knows no such signals and limits. */
    private static void run(String command) throws InterruptedException, IOException {
        new ProcessBuilder("/bin/sh", "-c", command).inheritIO().start().waitFor();
    }

    private void replay(Fault fault) throws InterruptedException {
        stack.end(fault.parts());
        groups.rewindOne(fault.parts().getFirst(), fault.pick());
        stack.bringBack(fault.parts());
    }

    private void trouble(Fate fate, Fault fault) throws InterruptedException {
        stack.trouble(fate);
        try {
            Thread.sleep(fault.length());
        } finally {
            stack.trouble(null);
        }
    }

    private void note(Fault fault, Duration began) {
        boolean loses = switch (fault.kind()) {
            case KILL_REPLICA, KILL_SERVICE, KILL_KAFKA, KILL_POSTGRESQL, FILL_DISK, KILL_SANDBOX, REPLAY -> true;
            default -> false;
        };
        List<String> parts = fault.parts().isEmpty() ? List.of("") : fault.parts();
        parts.forEach(
                part -> history.add(new Disruption(fault.kind().toString(), part, loses, began, progress.elapsed())));
    }
}
