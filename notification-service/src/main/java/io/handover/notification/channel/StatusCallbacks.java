package io.handover.notification.channel;

import com.twilio.security.RequestValidator;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the SMS provider comes back to say what became of a message: Twilio's status callbacks. Their address names the
 * delivery, because one may be here before the provider's answer with the message's id is.
 */
@ApplicationScoped
public class StatusCallbacks {

    /** Twilio's connection overrides, which no request carries: what is refused or lost is said five times more. */
    private static final String AGAIN = "#rc=5&rp=all";

    private final Optional<Signed> signed;

    StatusCallbacks(SmsConfig config) {
        signed = config.authToken()
                .flatMap(token -> config.callbackUrl().map(base -> new Signed(base, new RequestValidator(token))));
    }

    private record Signed(URI base, RequestValidator validator) {

        String address(UUID deliveryId) {
            String root = base.toString().replaceFirst("/+$", "");
            return root + "/v1/callbacks/sms?delivery=" + deliveryId;
        }
    }

    /** Empty when nobody listens. */
    Optional<URI> wantedAt(UUID deliveryId) {
        return signed.map(it -> URI.create(it.address(deliveryId) + AGAIN));
    }

    /** Whether there is anybody whose word would count. */
    public boolean areExpected() {
        return signed.isPresent();
    }

    /**
     * Whether the provider itself says this of a delivery.
     *
     * @param form all that was posted
     * @param signature of it and of the address: {@code X-Twilio-Signature}
     */
    public boolean areGenuine(UUID deliveryId, Map<String, String> form, @Nullable String signature) {
        return signature != null
                && signed.map(it -> it.validator().validate(it.address(deliveryId), form, signature))
                        .orElse(false);
    }
}
