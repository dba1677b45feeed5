package io.handover.gateway.version;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of every change to an account, whichever gateway it came through; reads the headers, never the event. */
@ApplicationScoped
class AccountVersionConsumer {

    private final AccountVersions versions;

    AccountVersionConsumer(AccountVersions versions) {
        this.versions = versions;
    }

    /** Records that do not name an account and a number are none of the gateway's business. */
    @Incoming("account-versions")
    void on(ConsumerRecord<String, String> record) {
        Optional<UUID> account = header(record, "ce_account", "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
                .map(UUID::fromString);
        Optional<Long> version =
                header(record, "ce_accountversion", "\\d{1,15}").map(Long::parseLong);
        if (account.isPresent() && version.isPresent()) {
            versions.heard(account.get(), record.topic(), version.get());
        }
    }

    private static Optional<String> header(ConsumerRecord<String, String> record, String name, String pattern) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .filter(value -> value.matches(pattern));
    }
}
