package io.handover.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class EndsTest {

    private final Past past = new Past();

    @Test
    void findsADeploymentThatDidNotEnd() {
        past.server("MAINTENANCE");

        assertThat(past.violations()).containsExactly("server web.example.org is still MAINTENANCE");
    }

    @Test
    void findsAServerThatWasMadeTwice() {
        past.server("STARTED").server("STARTED");

        assertThat(past.violations()).containsExactly("server web.example.org is there twice");
    }

    @Test
    void findsADeliveryThatDidNotEnd() {
        past.delivery("email", "sending", "");

        assertThat(past.violations()).containsExactly("delivery d0 is still sending");
    }

    @Test
    void findsWhatIsLeftOver() {
        past.left("jobs", 0).left("records in identity.account.v1.dead", 2);

        assertThat(past.violations()).containsExactly("records in identity.account.v1.dead: 2");
    }

    @Test
    void findsAServerWithoutAMachine() {
        past.compared(Set.of("1", "2"), Set.of("1"));

        assertThat(past.violations()).containsExactly("the copy misses 1: 2");
    }

    @Test
    void findsAMachineWithoutAServer() {
        past.compared(Set.of("1"), Set.of("1", "2", "3"));

        assertThat(past.violations()).containsExactly("the copy has too much: 2: 2; 3");
    }

    @Test
    void isContentWithAnEndOfEachKind() {
        past.server("ERROR")
                .delivery("none", "shown", "")
                .delivery("email", "expired", "the server did not run in time")
                .compared(Set.of("1"), Set.of("1"));

        assertThat(past.violations()).isEmpty();
    }
}
