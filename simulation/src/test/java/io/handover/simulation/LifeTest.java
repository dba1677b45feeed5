package io.handover.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.PasswordOccasion;
import io.handover.kit.refusal.Refusal;
import io.handover.notification.channel.SendResult;
import io.handover.notification.contact.Contact;
import io.handover.notification.delivery.DeliveryState.Awaiting;
import io.handover.notification.delivery.DeliveryState.Bounced;
import io.handover.notification.delivery.DeliveryState.Delivered;
import io.handover.notification.delivery.DeliveryState.Ended;
import io.handover.notification.delivery.DeliveryState.Failed;
import io.handover.notification.delivery.DeliveryState.Sending;
import io.handover.notification.delivery.DeliveryState.Shown;
import io.handover.notification.delivery.Life;
import io.handover.notification.delivery.Patience;
import io.handover.notification.delivery.Receipt;
import io.handover.notification.delivery.Surroundings;
import io.handover.notification.server.ServerFate;
import io.handover.simulation.search.Choices;
import io.handover.simulation.search.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The life of a delivery alone: anything heard, in any order and however often, at any time. */
class LifeTest {

    private static final int RUNS = 20_000;
    private static final int HEARD_MAX = 40;
    private static final Patience PATIENCE =
            new Patience(Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofMinutes(30));
    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final List<Duration> PAUSES = List.of(
            Duration.ZERO, Duration.ofSeconds(7), Duration.ofSeconds(61), Duration.ofMinutes(31), Duration.ofHours(13));
    private static final List<PasswordOccasion> OCCASIONS = List.of(PasswordOccasion.values());
    private static final List<ServerFate> FATES =
            List.of(new ServerFate.Running(), new ServerFate.Unknown(), new ServerFate.Gone("it was deleted"));
    private static final List<Contact> CONTACTS =
            List.of(new Contact.Known("ada@example.org", "+358401234567"), new Contact.Unknown());
    private static final List<SendResult> RESULTS = List.of(
            new SendResult.Accepted("m1"),
            new SendResult.Refused("550"),
            new SendResult.TryLater("451"),
            new SendResult.Uncertain("no answer"));

    @Test
    void endsOnceAndForAllAndSendsOnlyWhatWorks() {
        Search.seeds(1, RUNS, choices -> new Run(choices).play());
    }

    private static final class Run {

        private final Choices choices;
        private final List<Sending> attempts = new ArrayList<>();
        private Instant now = World.START;
        private Life life;

        Run(Choices choices) {
            this.choices = choices;
            PasswordOccasion occasion = OCCASIONS.get(choices.below(OCCASIONS.size()));
            this.life = choices.below(5) == 4 ? Life.shown(occasion) : Life.sealed(occasion, now, now.plus(LIFETIME));
        }

        void play() {
            for (int i = choices.below(HEARD_MAX); i > 0; i--) {
                now = now.plus(PAUSES.get(choices.below(PAUSES.size())));
                become(heard());
            }
            now = now.plus(LIFETIME);
            become(next());
            now = now.plus(PATIENCE.lease());
            become(next());
            assertThat(life.state()).isInstanceOf(Ended.class);
        }

        private Life heard() {
            return switch (choices.below(9)) {
                case 1 -> life.passwordIsSet();
                case 2 -> life.passwordIsNotSet("the back end refused");
                case 3 -> cancelled();
                case 4 -> life.heard(new Receipt.Arrived());
                case 5 -> life.heard(new Receipt.Returned("552"));
                case 6 -> life.bounce().map(life::become).orElse(life);
                case 7 -> sent();
                case 8 -> life.become(life.state().accountClosed());
                default -> next();
            };
        }

        private Life next() {
            var around = new Surroundings(
                    FATES.get(choices.below(FATES.size())),
                    CONTACTS.get(choices.below(CONTACTS.size())),
                    choices.below(5) < 4,
                    now);
            Life next = life.next(around, PATIENCE);
            if (life.state() instanceof Awaiting && next.state() instanceof Sending sending) {
                boolean works = life.occasion() == PasswordOccasion.DEPLOYMENT
                        ? around.server() instanceof ServerFate.Running
                        : life.passwordSet();
                assertThat(works && around.keyServes() && around.contact() instanceof Contact.Known)
                        .as("may be sent: %s", around)
                        .isTrue();
                attempts.add(sending);
            }
            return next;
        }

        /** By anybody who ever began to send. */
        private Life sent() {
            return attempts.isEmpty()
                    ? life
                    : life.sent(
                            attempts.get(choices.below(attempts.size())),
                            RESULTS.get(choices.below(RESULTS.size())),
                            now,
                            PATIENCE);
        }

        private Life cancelled() {
            try {
                return life.cancelled();
            } catch (Refusal refused) {
                assertThat(life.state()).isNotInstanceOf(Awaiting.class);
                return life;
            }
        }

        private void become(Life next) {
            boolean goesOn = !(life.state() instanceof Ended)
                    || next.state().equals(life.state())
                    || (life.state() instanceof Delivered && next.state() instanceof Bounced)
                    || (life.state() instanceof Shown && next.state() instanceof Failed);
            assertThat(goesOn).as("%s, then %s", life, next).isTrue();
            assertThat(next.receipt().isPresent() || life.receipt().isEmpty())
                    .as("the first word counts")
                    .isTrue();
            life = next;
        }
    }
}
