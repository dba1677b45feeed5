package io.handover.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatusCallbacksTest {

    private final UUID delivery = UUID.randomUUID();

    @Test
    void areWantedAtOurAddressAndAgainWhenTheyAreLost() {
        var callbacks = new StatusCallbacks(new Config(Optional.of("secret"), Optional.of("https://example.org/in/")));

        assertThat(callbacks.wantedAt(delivery))
                .contains(URI.create("https://example.org/in/v1/callbacks/sms?delivery=" + delivery + "#rc=5&rp=all"));
        assertThat(callbacks.areExpected()).isTrue();
    }

    @Test
    void areNotExpectedWithoutAnAddressOrAnAccount() {
        var nowhere = new StatusCallbacks(new Config(Optional.of("secret"), Optional.empty()));
        var nobody = new StatusCallbacks(new Config(Optional.empty(), Optional.of("https://example.org")));

        assertThat(nowhere.areExpected()).isFalse();
        assertThat(nobody.areExpected()).isFalse();
        assertThat(nobody.wantedAt(delivery)).isEmpty();
        assertThat(nobody.areGenuine(delivery, Map.of(), "a signature")).isFalse();
    }

    private record Config(Optional<String> authToken, Optional<String> address) implements SmsConfig {

        @Override
        public URI url() {
            return URI.create("https://api.twilio.com");
        }

        @Override
        public Optional<String> accountSid() {
            return Optional.of("AC1");
        }

        @Override
        public Optional<String> from() {
            return Optional.of("+15005550006");
        }

        @Override
        public Optional<URI> callbackUrl() {
            return address.map(URI::create);
        }
    }
}
