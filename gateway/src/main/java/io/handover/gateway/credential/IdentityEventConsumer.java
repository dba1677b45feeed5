package io.handover.gateway.credential;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears of changes that came through another gateway. Whatever happened to an account, its credentials are asked for
 * again: that is cheap, and no new kind of event can be missed. Only sign-ins change nothing: each comes of asking, and
 * would have the next request ask again.
 */
@ApplicationScoped
class IdentityEventConsumer {

    static final Set<String> SIGN_INS =
            Set.of("io.handover.identity.SignedIn.v1", "io.handover.identity.SignInRefused.v1");

    private static final String UUID_PATTERN = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

    private final Authentication authentication;

    IdentityEventConsumer(Authentication authentication) {
        this.authentication = authentication;
    }

    @Incoming("identity-account")
    void on(ConsumerRecord<String, String> record) {
        Optional<String> account = header(record, "ce_account").filter(id -> id.matches(UUID_PATTERN));
        if (header(record, "ce_type").filter(SIGN_INS::contains).isEmpty()) {
            account.map(UUID::fromString).ifPresent(authentication::forget);
        }
    }

    private static Optional<String> header(ConsumerRecord<String, String> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }
}
