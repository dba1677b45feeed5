package io.handover.notification.channel;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** An account at Twilio, or at whoever speaks the same API. */
@ConfigMapping(prefix = "handover.sms")
interface SmsConfig {

    /** Where the API is. */
    URI url();

    /** Whose account; without it, nothing is texted. */
    Optional<String> accountSid();

    /** Its secret. */
    Optional<String> authToken();

    /** The sender: a phone number in E.164, or a name where the provider allows it. */
    Optional<String> from();

    /**
     * Where the provider finds our gateway, such as {@code https://handover.example.org}. Without it nobody hears what
     * becomes of a message.
     */
    Optional<URI> callbackUrl();
}
