package io.handover.chaos.check;

/**
 * A delivery as its service's database has it.
 *
 * @param channel {@code email}, {@code sms}, or {@code none} when it was shown
 * @param reason why it failed; empty if it did not
 */
public record DeliverySeen(String id, String hostname, String channel, String state, String reason) {

    /** What Handover says of a message that it knows no more of. */
    private static final String NOBODY_KNOWS = "may have been sent";

    boolean wasTaken() {
        return state.equals("delivered") || state.equals("bounced");
    }

    boolean wasShown() {
        return state.equals("shown");
    }

    boolean mayHaveBeenSent() {
        return state.equals("failed") && reason.contains(NOBODY_KNOWS);
    }
}
