package io.handover.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BounceAddressTest {

    private static final int LOCAL_PART_MAX = 64;

    private final UUID tag = UUID.randomUUID();
    private final BounceAddress address = address("bounces@mail.example.org");

    @Test
    void namesTheDeliveryInASubaddress() {
        assertThat(address.of(tag)).contains("bounces+" + tag + "@mail.example.org");
    }

    @Test
    void findsTheTagAmongOtherAddressesAndInAnyCase() {
        String header =
                "Somebody <eve@example.org>, <" + address.of(tag).orElseThrow().toUpperCase(Locale.ROOT) + ">";

        assertThat(address.tagsIn(header)).containsExactly(tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bounces@mail.example.org",
                "bounces+@mail.example.org",
                "bounces+1-2-3-4-5@mail.example.org",
                "bounces+%s@mail.example.com",
                "bounces+%s@mail.example.org-example.net",
                "bounces+%s0@mail.example.org",
                "nobounces+%s@mail.example.org",
                "bounces-%s@mail.example.org",
                "bounces+%s@mailXexample.org",
                ""
            })
    void findsNoTagElsewhere(String text) {
        assertThat(address.tagsIn(text.formatted(tag))).isEmpty();
    }

    @Test
    void sendsFromNoneWhenNoneIsConfigured() {
        var none = new BounceAddress(new Config(Optional.empty()));

        assertThat(none.of(tag)).isEmpty();
        assertThat(none.tagsIn("bounces+" + tag + "@mail.example.org")).isEmpty();
    }

    @Test
    void fillsALocalPartAndNoMore() {
        String longest = address("b".repeat(27) + "@example.org").of(tag).orElseThrow();

        assertThat(longest.indexOf('@')).isEqualTo(LOCAL_PART_MAX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bbbbbbbbbbbbbbbbbbbbbbbbbbbb@example.org", "@example.org", "bounces", "a+b@example.org", "a@b@c"
            })
    void refusesToStartWithWhatIsNoMailbox(String configured) {
        assertThatThrownBy(() -> address(configured))
                .hasMessageStartingWith("handover.email.bounce-address: must be name@domain");
    }

    private static BounceAddress address(String configured) {
        return new BounceAddress(new Config(Optional.of(configured)));
    }

    private record Config(Optional<String> bounceAddress) implements EmailConfig {

        @Override
        public String messageIdDomain() {
            return "example.org";
        }
    }
}
