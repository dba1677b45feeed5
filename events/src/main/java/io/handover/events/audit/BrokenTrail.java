package io.handover.events.audit;

/** A trail is not as it was written. The message says what is wrong, and with which row. */
public final class BrokenTrail extends Exception {

    private final long row;

    /**
     * Names the first row that is wrong.
     *
     * @param row counted from 1, without the header line of a CSV
     */
    public BrokenTrail(long row, String why) {
        super("row " + row + ": " + why);
        this.row = row;
    }

    /** The first row that is wrong, counted from 1. */
    public long row() {
        return row;
    }
}
