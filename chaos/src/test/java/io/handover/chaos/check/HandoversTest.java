package io.handover.chaos.check;

import static io.handover.chaos.check.Past.SERVER;
import static io.handover.chaos.history.Outcome.ACKNOWLEDGED;
import static io.handover.chaos.history.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.chaos.history.Kind;
import org.junit.jupiter.api.Test;

class HandoversTest {

    private static final String LOST = "interrupted; it may have been sent: ask for a new password";

    private final Past past = new Past();

    @Test
    void findsAMailThatWasSentTwice() {
        past.delivery("email", "delivered", "").password("email", "", "secret").password("email", "", "secret");

        assertThat(past.violations()).containsExactly("sent twice: email about web.example.org");
    }

    @Test
    void findsADeliveryThatNeverArrived() {
        past.delivery("sms", "delivered", "");

        assertThat(past.violations()).singleElement().asString().contains("0 messages by sms arrived");
    }

    @Test
    void findsAMessageOfADeliveryThatFailed() {
        past.delivery("email", "expired", "the mail server put it off with 451").password("email", "", "secret");

        assertThat(past.violations()).singleElement().asString().contains("1 messages by email arrived, where 0 to 0");
    }

    @Test
    void countsAMessageWhoseAcknowledgementWasLost() {
        past.delivery("email", "failed", LOST).password("email", "", "secret");

        assertThat(past.violations()).isEmpty();
        assertThat(past.verdict().acknowledgementsLost()).isEqualTo(1);
    }

    @Test
    void findsAServerWithTwoPasswords() {
        past.delivery("email", "delivered", "")
                .delivery("email", "delivered", "")
                .password("email", "", "old")
                .password("email", "", "new")
                .letsIn("old", "new");

        assertThat(past.violations()).containsExactly("2 passwords let in to web.example.org");
    }

    @Test
    void findsAServerThatKeptItsOldPassword() {
        past.delivery("email", "delivered", "")
                .delivery("email", "delivered", "")
                .password("email", "", "old")
                .password("email", "", "new")
                .letsIn("old");

        assertThat(past.violations()).singleElement().asString().contains("delivered last does not let in");
    }

    @Test
    void findsAShownPasswordThatDoesNotWork() {
        past.delivery("none", "shown", "")
                .delivery("none", "shown", "")
                .password("none", "", "old")
                .password("none", "d1", "new")
                .letsIn("old");

        assertThat(past.violations()).hasSize(1);
    }

    @Test
    void saysNothingOfAShownPasswordWhoseAnswerWasLost() {
        past.delivery("email", "delivered", "")
                .delivery("none", "shown", "")
                .password("email", "", "old")
                .letsIn();

        assertThat(past.violations()).isEmpty();
    }

    /** A sender that was paused may send after its successor. */
    @Test
    void doesNotMistakeALateMessageForTheNewest() {
        past.delivery("email", "failed", LOST)
                .delivery("email", "delivered", "")
                .password("email", "", "new")
                .password("email", "", "old")
                .letsIn("new");

        assertThat(past.violations()).isEmpty();
    }

    @Test
    void findsARotationThatLeftNoTrace() {
        past.did(Kind.DEPLOY, SERVER, ACKNOWLEDGED)
                .did(Kind.ROTATE, SERVER, ACKNOWLEDGED)
                .present(SERVER)
                .delivery("none", "shown", "");

        assertThat(past.violations())
                .containsExactly("of web.example.org there are 1 deliveries, where 2 to 2 must be");
    }

    @Test
    void leavesOpenARotationThatNobodyKnowsOf() {
        past.did(Kind.DEPLOY, SERVER, ACKNOWLEDGED)
                .did(Kind.ROTATE, SERVER, UNKNOWN)
                .present(SERVER)
                .delivery("none", "shown", "");

        assertThat(past.violations()).isEmpty();
    }
}
