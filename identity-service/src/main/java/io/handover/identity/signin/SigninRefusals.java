package io.handover.identity.signin;

import io.handover.kit.refusal.Refusal;
import java.time.Duration;

final class SigninRefusals {

    static final int UNAUTHORIZED = 401;

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private SigninRefusals() {}

    /** One text for every reason: whoever guesses learns nothing. */
    static Refusal authenticationFailed() {
        return Refusal.of(
                UNAUTHORIZED, "AUTHENTICATION_FAILED", "Authentication failed using the given username and password.");
    }

    static Refusal tooManyFailures(Duration wait) {
        return Refusal.tooOften(
                "TOO_MANY_FAILURES", "Too many wrong passwords for this username from here. Wait.", wait);
    }

    static Refusal tooManyAtOnce() {
        return Refusal.tooOften("TOO_MANY_FAILURES", "Too many people are signing in at once. Wait.", A_MOMENT);
    }
}
