package io.handover.notification.bounce;

import io.handover.kit.refusal.Refusal;

/** Why a provider is not heard. */
final class BounceRefusals {

    private BounceRefusals() {}

    /** No configuration names who might say so. */
    static Refusal notExpected() {
        return Refusal.notFound("NOT_FOUND", "No callbacks are expected here.");
    }

    /** Not by whom it should be; or not at this address, of this delivery, with these parameters. */
    static Refusal notGenuine() {
        return Refusal.forbidden(
                "CALLBACK_NOT_GENUINE", "X-Twilio-Signature: must be the provider's, of this request.");
    }

    static Refusal wrongToken() {
        return Refusal.forbidden("CALLBACK_TOKEN_WRONG", "X-Callback-Token: must be the configured token.");
    }

    static Refusal tooLarge(long max) {
        return Refusal.of(413, "REQUEST_INVALID", "The mail is larger than " + max + " bytes.");
    }
}
