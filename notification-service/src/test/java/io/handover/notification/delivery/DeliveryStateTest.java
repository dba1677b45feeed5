package io.handover.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.kit.refusal.Refusal;
import io.handover.notification.channel.SendResult;
import io.handover.notification.contact.Contact;
import io.handover.notification.delivery.DeliveryState.Awaiting;
import io.handover.notification.delivery.DeliveryState.Delivered;
import io.handover.notification.delivery.DeliveryState.Ended;
import io.handover.notification.delivery.DeliveryState.Expired;
import io.handover.notification.delivery.DeliveryState.Failed;
import io.handover.notification.delivery.DeliveryState.Sending;
import io.handover.notification.delivery.DeliveryState.Shown;
import io.handover.notification.server.ServerFate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryStateTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final Instant END = NOW.plusSeconds(3600);
    private static final Patience PATIENCE =
            new Patience(Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofMinutes(30));
    private static final Awaiting AWAITING = new Awaiting(0, NOW, END, null);
    private static final Sending SENDING = new Sending(1, NOW.plusSeconds(60), END);
    private static final Contact ADA = new Contact.Known("ada@example.org", "+358401234567");
    private static final ServerFate RUNS = new ServerFate.Running();

    @Test
    void sendsOnceTheServerRunsAndTheContactIsKnown() {
        assertThat(AWAITING.next(around(new ServerFate.Unknown(), ADA, NOW), PATIENCE))
                .isEqualTo(AWAITING);
        assertThat(AWAITING.next(around(RUNS, new Contact.Unknown(), NOW), PATIENCE))
                .isEqualTo(AWAITING);
        assertThat(AWAITING.next(around(RUNS, ADA, NOW), PATIENCE)).isEqualTo(SENDING);
    }

    @Test
    void pausesBetweenAttempts() {
        var paused = new Awaiting(1, NOW.plusSeconds(5), END, "later");

        assertThat(paused.next(around(RUNS, ADA, NOW.plusSeconds(5).minusNanos(1)), PATIENCE))
                .isEqualTo(paused);
        assertThat(paused.next(around(RUNS, ADA, NOW.plusSeconds(5)), PATIENCE)).isInstanceOf(Sending.class);
    }

    @Test
    void expiresAtTheEndOfItsLifetimeAndSaysWhatWasMissing() {
        Instant justBefore = END.minusNanos(1);
        var paused = new Awaiting(3, NOW, END, "the mail server put it off with 451");

        assertThat(AWAITING.next(around(RUNS, ADA, justBefore), PATIENCE)).isInstanceOf(Sending.class);
        assertThat(AWAITING.next(around(RUNS, ADA, END), PATIENCE))
                .isEqualTo(new Expired("the server did not run in time"));
        assertThat(paused.next(around(RUNS, ADA, END), PATIENCE))
                .isEqualTo(new Expired("the mail server put it off with 451"));
    }

    @Test
    void failsWithItsServerOrItsAccount() {
        assertThat(AWAITING.next(around(new ServerFate.Gone("deleted"), ADA, NOW), PATIENCE))
                .isEqualTo(new Failed("deleted"));
        assertThat(AWAITING.accountClosed()).isEqualTo(new Failed("the account was closed"));
        assertThat(SENDING.accountClosed())
                .isEqualTo(new Failed("the account was closed" + DeliveryState.MAY_HAVE_BEEN_SENT));
        assertThat(new Delivered("SM1").accountClosed()).isEqualTo(new Delivered("SM1"));
    }

    @Test
    void failsWithoutItsKeyUnlessItsTimeIsOver() {
        assertThat(AWAITING.next(new Surroundings(RUNS, ADA, false, NOW), PATIENCE))
                .isEqualTo(new Failed(DeliveryState.WITHOUT_KEY));
        assertThat(AWAITING.next(new Surroundings(RUNS, ADA, false, END), PATIENCE))
                .isInstanceOf(Expired.class);
        assertThat(SENDING.next(new Surroundings(RUNS, ADA, false, NOW), PATIENCE))
                .isEqualTo(SENDING);
    }

    @Test
    void neverSendsAgainWhatMayHaveBeenSent() {
        Surroundings leaseIsOver = around(RUNS, ADA, SENDING.leaseUntil());

        assertThat(SENDING.next(around(RUNS, ADA, SENDING.leaseUntil().minusNanos(1)), PATIENCE))
                .isEqualTo(SENDING);
        assertThat(SENDING.next(leaseIsOver, PATIENCE))
                .isEqualTo(new Failed("interrupted" + DeliveryState.MAY_HAVE_BEEN_SENT));
        assertThat(SENDING.after(new SendResult.Uncertain("broke"), NOW, PATIENCE))
                .isEqualTo(new Failed("broke" + DeliveryState.MAY_HAVE_BEEN_SENT));
    }

    @Test
    void leavesAMessageThatIsOnItsWayAlone() {
        assertThat(SENDING.next(around(new ServerFate.Gone("deleted"), ADA, NOW), PATIENCE))
                .isEqualTo(SENDING);
    }

    @Test
    void takesTheProvidersWord() {
        assertThat(SENDING.after(new SendResult.Accepted("SM1"), NOW, PATIENCE)).isEqualTo(new Delivered("SM1"));
        assertThat(SENDING.after(new SendResult.Refused("no"), NOW, PATIENCE)).isEqualTo(new Failed("no"));
        assertThat(SENDING.after(new SendResult.TryLater("busy"), NOW, PATIENCE))
                .isEqualTo(new Awaiting(1, NOW.plusSeconds(5), END, "busy"));
    }

    @Test
    void bouncesWhatWasDeliveredOnce() {
        var delivered = new Delivered("SM1");
        var bounced = new DeliveryState.Bounced("SM1", "the SMS was not delivered");

        assertThat(delivered.after(new Receipt.Arrived())).isEqualTo(delivered);
        assertThat(delivered.after(new Receipt.Returned("the SMS was not delivered")))
                .isEqualTo(bounced);
        assertThat(bounced.next(around(RUNS, ADA, NOW), PATIENCE)).isEqualTo(bounced);
    }

    @ParameterizedTest
    @CsvSource({"1,5", "2,10", "3,20", "9,1280", "10,1800", "64,1800", "1000,1800"})
    void pausesLongerEachTimeUpToALimit(int attempts, int seconds) {
        assertThat(PATIENCE.pauseAfter(attempts)).hasSeconds(seconds);
    }

    /** Lives of deliveries in worlds that do anything at any time. */
    @Test
    void endsOnceInEveryWorldAndSendsNothingAfterAnUncertainEnd() {
        for (int seed = 0; seed < 20_000; seed++) {
            Random world = new Random(seed);
            DeliveryState state = AWAITING;
            Instant now = NOW;
            int accepted = 0;
            while (!(state instanceof Ended)) {
                now = now.plusSeconds(world.nextInt(600));
                DeliveryState next = state.next(around(fate(world), contact(world), now), PATIENCE);
                if (next instanceof Sending sending && !next.equals(state)) {
                    assertThat(now).as("seed %s", seed).isBefore(END);
                    SendResult result = result(world);
                    accepted += result instanceof SendResult.Accepted || result instanceof SendResult.Uncertain ? 1 : 0;
                    boolean crashes = world.nextInt(10) == 0;
                    next = crashes ? sending : sending.after(result, now, PATIENCE);
                }
                state = next;
            }
            assertThat(accepted).as("seed %s", seed).isLessThanOrEqualTo(1);
            assertThat(state.next(around(RUNS, ADA, now), PATIENCE)).isEqualTo(state);
            assertThat(now).as("seed %s", seed).isBeforeOrEqualTo(END.plus(Duration.ofMinutes(30)));
        }
    }

    @Test
    void isCancelledOnlyWhileItWaits() {
        assertThat(AWAITING.cancelled()).isEqualTo(new Failed("it was cancelled"));
        for (DeliveryState state : List.of(SENDING, new Shown(), new Delivered("SM1"), new Failed("no"))) {
            assertThatThrownBy(state::cancelled).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void isOfNoUseWhenItsServerDoesNotTakeThePassword() {
        assertThat(AWAITING.notSet("refused")).isEqualTo(new Failed("refused"));
        assertThat(new Shown().notSet("refused")).isEqualTo(new Failed("refused"));
        for (DeliveryState state : List.of(SENDING, new Delivered("SM1"), new Failed("no"), new Expired("late"))) {
            assertThat(state.notSet("refused")).isEqualTo(state);
        }
    }

    @Test
    void staysShown() {
        assertThat(new Shown().next(around(RUNS, ADA, END), PATIENCE)).isEqualTo(new Shown());
    }

    private static ServerFate fate(Random world) {
        return List.of(new ServerFate.Unknown(), RUNS, RUNS, RUNS, new ServerFate.Gone("gone"))
                .get(world.nextInt(100) == 0 ? 4 : world.nextInt(4));
    }

    private static Contact contact(Random world) {
        return List.of(new Contact.Unknown(), ADA, ADA).get(world.nextInt(3));
    }

    private static SendResult result(Random world) {
        return List.of(
                        new SendResult.TryLater("busy"),
                        new SendResult.TryLater("busy"),
                        new SendResult.TryLater("busy"),
                        new SendResult.Accepted("SM1"),
                        new SendResult.Refused("no"),
                        new SendResult.Uncertain("broke"))
                .get(world.nextInt(6));
    }

    private static Surroundings around(ServerFate server, Contact contact, Instant now) {
        return new Surroundings(server, contact, true, now);
    }
}
