package io.handover.chaos.check;

import static io.handover.chaos.check.Past.ACCESS;
import static io.handover.chaos.check.Past.SERVER;
import static io.handover.chaos.check.Past.TOKEN;
import static io.handover.chaos.history.Outcome.ACKNOWLEDGED;
import static io.handover.chaos.history.Outcome.REFUSED;
import static io.handover.chaos.history.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.chaos.history.Kind;
import org.junit.jupiter.api.Test;

class EffectsTest {

    private final Past past = new Past();

    @Test
    void findsAnAcknowledgedChangeThatIsLost() {
        past.did(Kind.ISSUE_TOKEN, TOKEN, ACKNOWLEDGED);

        assertThat(past.violations()).singleElement().asString().startsWith("token ci is lost");
    }

    @Test
    void findsWhatWasEndedAndIsThere() {
        past.did(Kind.ISSUE_TOKEN, TOKEN, ACKNOWLEDGED)
                .did(Kind.DELETE_TOKEN, TOKEN, ACKNOWLEDGED)
                .present(TOKEN);

        assertThat(past.violations()).singleElement().asString().startsWith("there is token ci, which must not be");
    }

    @Test
    void findsARefusedChangeThatTookEffect() {
        past.did(Kind.ISSUE_TOKEN, TOKEN, REFUSED).present(TOKEN);

        assertThat(past.violations()).hasSize(1);
    }

    @Test
    void findsAccessThatOutlivesItsServer() {
        past.did(Kind.DEPLOY, SERVER, ACKNOWLEDGED)
                .did(Kind.GRANT, ACCESS, ACKNOWLEDGED)
                .did(Kind.DELETE, SERVER, ACKNOWLEDGED)
                .delivery("email", "failed", "the server was deleted")
                .present(ACCESS);

        assertThat(past.violations()).singleElement().asString().contains("access web.example.org");
    }

    @Test
    void findsAnEndThatWasRefusedAndTookEffect() {
        past.did(Kind.ISSUE_TOKEN, TOKEN, ACKNOWLEDGED).did(Kind.DELETE_TOKEN, TOKEN, REFUSED);

        assertThat(past.violations()).hasSize(1);
    }

    @Test
    void leavesOpenWhatNobodyKnows() {
        assertThat(new Past().did(Kind.ISSUE_TOKEN, TOKEN, UNKNOWN).violations())
                .isEmpty();
        assertThat(new Past()
                        .did(Kind.ISSUE_TOKEN, TOKEN, UNKNOWN)
                        .present(TOKEN)
                        .violations())
                .isEmpty();
    }

    /** Who was paused with a request in its hands may fulfil it when the client has long done something else. */
    @Test
    void leavesOpenWhatMayStillHappenAfterALaterChange() {
        past.did(Kind.GRANT, ACCESS, UNKNOWN)
                .did(Kind.REVOKE, ACCESS, ACKNOWLEDGED)
                .present(ACCESS);

        assertThat(past.violations()).isEmpty();
    }

    @Test
    void findsWhatIsLostAlthoughOnlyAnotherMakingIsOpen() {
        past.did(Kind.GRANT, ACCESS, UNKNOWN).did(Kind.GRANT, ACCESS, ACKNOWLEDGED);

        assertThat(past.violations()).singleElement().asString().contains("is lost");
    }

    @Test
    void saysNothingOfAccessToAServerThatCouldNotBeDeployed() {
        past.did(Kind.GRANT, ACCESS, ACKNOWLEDGED).server("ERROR").present(SERVER);

        assertThat(past.violations()).isEmpty();
    }

    @Test
    void isContentWithWhatIsAsItWasAnswered() {
        past.did(Kind.ISSUE_TOKEN, TOKEN, ACKNOWLEDGED)
                .did(Kind.GRANT, ACCESS, ACKNOWLEDGED)
                .did(Kind.REVOKE, ACCESS, ACKNOWLEDGED)
                .present(TOKEN);

        assertThat(past.violations()).isEmpty();
    }
}
