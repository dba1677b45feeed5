package io.handover.quickstart.audit;

import io.handover.events.audit.BadCheckpoint;
import io.handover.events.audit.BrokenTrail;
import io.handover.events.audit.Checkpoint;
import io.handover.events.audit.Verification;
import io.handover.events.audit.VerifierKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code ./handover verify-audit}: says of an exported audit trail whether it is as it was written. */
public final class VerifyAudit {

    private static final int HOLDS = 0;
    private static final int BROKEN = 1;
    private static final int NOT_ASKED_WELL = 2;

    private static final String USAGE = "Usage: ./handover verify-audit FILE [--key FILE] [--checkpoint FILE]";
    private static final String FILE = "FILE";
    private static final String KEY = "--key";
    private static final String CHECKPOINT = "--checkpoint";

    private final PrintStream out;
    private final Map<String, Path> files = new HashMap<>();

    private VerifyAudit(PrintStream out) {
        this.out = out;
    }

    /**
     * Checks a file.
     *
     * @return 0 if it holds, 1 if it is broken, and 2 if that can't be said
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            return new VerifyAudit(out).run(arguments);
        } catch (NotAskedWell refused) {
            err.println(refused.getMessage());
            return NOT_ASKED_WELL;
        } catch (IOException unreadable) {
            err.println("A file can't be read: " + unreadable);
            return NOT_ASKED_WELL;
        }
    }

    private static final class NotAskedWell extends Exception {

        NotAskedWell(String why) {
            super(why);
        }
    }

    private int run(List<String> arguments) throws NotAskedWell, IOException {
        parse(arguments);
        List<VerifierKey> keys = keys();
        var verification = new Verification(keys, kept(keys));
        Path file = Objects.requireNonNull(files.get(FILE));
        try {
            Export.read(file, verification);
            tell(file, verification.end(), !keys.isEmpty());
            return HOLDS;
        } catch (BrokenTrail broken) {
            out.printf("%s is broken at %s.%n", file, broken.getMessage());
            return BROKEN;
        } catch (NotAnExport other) {
            throw new NotAskedWell(file + " is no export of an audit trail: " + other.getMessage() + ".");
        }
    }

    private void parse(List<String> arguments) throws NotAskedWell {
        String name = FILE;
        for (String argument : arguments) {
            if (name.equals(FILE) && argument.startsWith("--")) {
                name = argument;
            } else {
                put(name, argument);
                name = FILE;
            }
        }
        if (!files.containsKey(FILE) || !name.equals(FILE)) {
            throw new NotAskedWell(USAGE);
        }
    }

    private void put(String name, String argument) throws NotAskedWell {
        try {
            if (!List.of(FILE, KEY, CHECKPOINT).contains(name) || files.putIfAbsent(name, Path.of(argument)) != null) {
                throw new NotAskedWell(USAGE);
            }
        } catch (InvalidPathException none) {
            throw new NotAskedWell(argument + " is no file name.");
        }
    }

    private List<VerifierKey> keys() throws NotAskedWell, IOException {
        Path file = files.get(KEY);
        if (file == null) {
            return List.of();
        }
        try {
            List<VerifierKey> keys = VerifierKey.parseAll(Files.readString(file));
            if (keys.isEmpty()) {
                throw new NotAskedWell(file + " holds no key.");
            }
            return keys;
        } catch (IllegalArgumentException none) {
            throw new NotAskedWell(file + " is no list of keys: " + none.getMessage() + ".");
        }
    }

    private List<Checkpoint> kept(List<VerifierKey> keys) throws NotAskedWell, IOException {
        Path file = files.get(CHECKPOINT);
        if (file == null) {
            return List.of();
        }
        try {
            return List.of(Checkpoint.open(Files.readString(file), keys));
        } catch (BadCheckpoint none) {
            throw new NotAskedWell(file + " is no checkpoint to go by: " + none.getMessage() + ".");
        }
    }

    private void tell(Path file, Checkpoint end, boolean isKeyKnown) {
        out.printf("%s holds: %d lines, each as it was written, none missing.%n", file, end.size());
        out.printf("account  %s%n", end.account());
        out.printf("hash     %s%n", end.head());
        out.printf("signed   %s by %s%n", end.signedAt(), end.key());
        if (!isKeyKnown) {
            out.println("Warning: that key is the export's own word. Name Handover's by --key (GET /v1/audit-keys);");
            out.println("without, somebody who wrote the whole trail anew may have signed it, too.");
        }
    }
}
