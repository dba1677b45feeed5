package io.handover.quickstart.demo;

/** What did not hold, in words for who watches. */
final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    DemoFailed(String message) {
        super(message);
    }
}
