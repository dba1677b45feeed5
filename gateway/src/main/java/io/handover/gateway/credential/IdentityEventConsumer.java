package io.handover.gateway.credential;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears of changes that came through another gateway. Whatever happened to an account, its credentials are asked for
 * again: that is cheap, and no new kind of event can be missed.
 */
@ApplicationScoped
class IdentityEventConsumer {

    private static final String UUID_PATTERN = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

    private final Authentication authentication;

    IdentityEventConsumer(Authentication authentication) {
        this.authentication = authentication;
    }

    @Incoming("identity-account")
    void on(ConsumerRecord<String, String> record) {
        Header account = record.headers().lastHeader("ce_account");
        if (account != null) {
            String id = new String(account.value(), StandardCharsets.UTF_8);
            if (id.matches(UUID_PATTERN)) {
                authentication.forget(UUID.fromString(id));
            }
        }
    }
}
