package io.handover.notification.channel;

import io.handover.telemetry.dependency.Dependency;
import io.handover.telemetry.dependency.Dependency.Address;
import io.handover.telemetry.dependency.Needs;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where messages are handed over. */
@Singleton
class ChannelNeeds implements Needs {

    private final Dependency mail;
    private final SmsConfig sms;

    ChannelNeeds(
            @ConfigProperty(name = "quarkus.mailer.host", defaultValue = "localhost") String host,
            @ConfigProperty(name = "quarkus.mailer.port", defaultValue = "25") int port,
            SmsConfig sms) {
        this.mail = new Dependency("mail", List.of(new Address(host, port)));
        this.sms = sms;
    }

    /** Without an account nothing is texted, and nothing is missing. */
    @Override
    public List<Dependency> dependencies() {
        return sms.accountSid().isPresent() ? List.of(mail, Dependency.at("sms", sms.url())) : List.of(mail);
    }
}
