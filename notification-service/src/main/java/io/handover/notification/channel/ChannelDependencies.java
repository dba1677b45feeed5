package io.handover.notification.channel;

import io.handover.kit.dependency.Dependency;
import io.handover.kit.dependency.Dependency.Address;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where messages are handed over. */
@Singleton
class ChannelDependencies {

    @Produces
    @Singleton
    Dependency mail(
            @ConfigProperty(name = "quarkus.mailer.host", defaultValue = "localhost") String host,
            @ConfigProperty(name = "quarkus.mailer.port", defaultValue = "25") int port) {
        return new Dependency("mail", List.of(new Address(host, port)));
    }

    /** Without an account nothing is texted, and nothing is missing. */
    @Produces
    @Singleton
    Dependency sms(SmsConfig config) {
        return config.accountSid().isPresent() ? Dependency.at("sms", config.url()) : new Dependency("sms", List.of());
    }
}
