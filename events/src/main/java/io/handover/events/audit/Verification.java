package io.handover.events.audit;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks an exported trail line by line, and remembers no more than the last one. */
public final class Verification {

    private final Collection<VerifierKey> trusted;
    private final Map<Long, Checkpoint> held = new TreeMap<>();
    private long row;
    private @Nullable UUID account;
    private String head = "";
    private @Nullable Checkpoint last;

    /**
     * Begins with the first line.
     *
     * @param trusted the keys that may have signed; if there are none, whichever key the export names
     * @param held checkpoints of the same trail that somebody kept: it must still go through them
     */
    public Verification(Collection<VerifierKey> trusted, Collection<Checkpoint> held) {
        this.trusted = trusted;
        held.forEach(checkpoint -> this.held.put(checkpoint.size(), checkpoint));
    }

    /** Checks the next line. */
    public void accept(AuditLine line) throws BrokenTrail {
        row++;
        requireSequence(line.sequence());
        requireAccount(line.account());
        requireHash(line);
        requireWhatIsHeld();
        last = line.checkpoint() == null ? null : open(line.checkpoint());
    }

    /**
     * Checks that nothing is missing after the last line.
     *
     * @return what the trail ends with
     */
    public Checkpoint end() throws BrokenTrail {
        if (row == 0) {
            throw new BrokenTrail(1, "there is none, and no checkpoint: an export that was cut off proves nothing");
        }
        if (last == null) {
            throw new BrokenTrail(row, "it is the last, and has no checkpoint: lines are missing after it");
        }
        for (long size : held.keySet()) {
            require(size <= row, "it is the last, but a checkpoint that was kept knows of " + size + " lines");
        }
        return last;
    }

    private void requireSequence(long sequence) throws BrokenTrail {
        require(sequence <= row, "its sequence is " + sequence + ": " + missing(row, sequence - 1) + " before it");
        require(sequence == row, "its sequence is " + sequence + " and should be " + row + ": it is out of order");
    }

    private static String missing(long first, long last) {
        return first == last ? "line " + first + " is missing" : "lines " + first + " to " + last + " are missing";
    }

    private void requireAccount(@Nullable String name) throws BrokenTrail {
        if (account == null) {
            account = parse(name);
            head = AuditChain.genesis(account);
        }
        require(account.toString().equals(name), "it is not of account " + account);
    }

    private UUID parse(@Nullable String name) throws BrokenTrail {
        try {
            return UUID.fromString(name == null ? "" : name);
        } catch (IllegalArgumentException none) {
            throw new BrokenTrail(row, "it names no account");
        }
    }

    private void requireHash(AuditLine line) throws BrokenTrail {
        head = AuditChain.hash(head, line.facts(), row);
        require(head.equals(line.hash()), "its hash does not fit: a field or the hash itself was changed");
    }

    private void requireWhatIsHeld() throws BrokenTrail {
        Checkpoint kept = held.get(row);
        require(
                kept == null || (kept.account().equals(account) && kept.head().equals(head)),
                "a checkpoint that was kept does not fit: this line, or one before it, was another");
    }

    private Checkpoint open(String note) throws BrokenTrail {
        try {
            Checkpoint checkpoint = Checkpoint.open(note, trusted);
            require(
                    checkpoint.account().equals(account)
                            && checkpoint.size() == row
                            && checkpoint.head().equals(head),
                    "its checkpoint is another line's");
            return checkpoint;
        } catch (BadCheckpoint bad) {
            throw new BrokenTrail(row, String.valueOf(bad.getMessage()));
        }
    }

    private void require(boolean holds, String otherwise) throws BrokenTrail {
        if (!holds) {
            throw new BrokenTrail(row, otherwise);
        }
    }
}
