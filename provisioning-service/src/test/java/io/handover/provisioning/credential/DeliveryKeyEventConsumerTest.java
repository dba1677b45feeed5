package io.handover.provisioning.credential;

import static io.handover.provisioning.TestDeliveryKeys.TOPIC;
import static io.handover.provisioning.TestDeliveryKeys.aKey;
import static io.handover.provisioning.TestDeliveryKeys.anOfferedKey;
import static io.handover.provisioning.TestDeliveryKeys.emptyTheStock;
import static io.handover.provisioning.TestServers.body;
import static io.handover.provisioning.TestServers.disk;
import static io.handover.provisioning.TestServers.refusedAs;
import static io.handover.provisioning.TestServers.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.Topics;
import io.handover.events.notification.DeliveryKey;
import io.handover.events.notification.DeliveryKeysOffered;
import io.handover.events.provisioning.CredentialEvent;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.kit.caller.Caller;
import io.handover.provisioning.TestDeliveryKeys;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryKeyEventConsumerTest {

    private static final TestTopic<CredentialEvent> PASSWORDS = new TestTopic<>(Topics.PROVISIONING_CREDENTIAL);

    private final Caller ada = TestCallers.anAccount();

    @BeforeEach
    void beginWithAnEmptyStock() {
        emptyTheStock();
    }

    @Test
    void spendsAKeyOnOnePassword() {
        TestDeliveryKeys key = anOfferedKey();

        UUID spent = generatedFor(deploy()).keyId();
        Response second = deploy();

        assertThat(spent).isEqualTo(key.id());
        assertThat(key.isInStock()).isFalse();
        refusedAs(second, 503, "SERVICE_ERROR");
    }

    @Test
    void spendsTheKeyFirstWhoseOfferEndsLast() {
        TestDeliveryKeys later = aKey(Duration.ofHours(2)).offer();
        TestDeliveryKeys sooner = aKey(Duration.ofHours(1)).offer();

        assertThat(Stream.of(deploy(), deploy())
                        .map(answer -> generatedFor(answer).keyId()))
                .containsExactly(later.id(), sooner.id());
    }

    @Test
    void givesNoTwoPasswordsTheSameKey() throws Exception {
        List<UUID> keys = Stream.generate(() -> anOfferedKey().id()).limit(6).toList();

        List<Response> answers = atOnce(10, this::deploy);

        List<Response> taken =
                answers.stream().filter(answer -> answer.statusCode() == 202).toList();
        assertThat(taken.stream().map(answer -> generatedFor(answer).keyId()))
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(answers.stream().filter(answer -> !taken.contains(answer)))
                .allSatisfy(answer -> refusedAs(answer, 503, "SERVICE_ERROR"));
    }

    @Test
    void spendsNoKeyOnAPasswordThatIsShown() {
        TestDeliveryKeys key = anOfferedKey();

        request(ada, body("web.example.org", "\"password_delivery\":\"none\"," + disk(25)))
                .then()
                .statusCode(202);

        assertThat(key.isInStock()).isTrue();
    }

    @Test
    void letsADeliveryLastForADayUnlessItsKeyEndsEarlier() {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        aKey(Duration.ofHours(2)).offer();
        TestDeliveryKeys ending = aKey(Duration.ofHours(1)).offer();
        ending.endIn(Duration.ofHours(3));

        Instant first = generatedFor(deploy()).expiresAt();
        Instant second = generatedFor(deploy()).expiresAt();

        assertThat(first).isBetween(tomorrow, tomorrow.plusSeconds(60));
        assertThat(second).isBefore(Instant.now().plus(Duration.ofHours(3)));
    }

    @Test
    void neitherKeepsNorSpendsAKeyWhoseOfferEnded() {
        TestDeliveryKeys late = aKey(Duration.ofSeconds(-1));
        TOPIC.say(late.offered());
        TestDeliveryKeys stale = anOfferedKey();
        stale.growStale();

        refusedAs(deploy(), 503, "SERVICE_ERROR");
        anOfferedKey();

        assertThat(late.isInStock()).isFalse();
        assertThat(stale.isInStock()).isFalse();
    }

    @Test
    void leavesOffersOfBeforeKeysWereSpentAlone() {
        TestDeliveryKeys old = aKey();
        DeliveryKey key = old.offered().keys().getFirst();

        TOPIC.say(new DeliveryKeysOffered(List.of(new DeliveryKey(key.keyId(), key.publicKey(), null, null))));
        anOfferedKey();

        assertThat(old.isInStock()).isFalse();
    }

    @Test
    void takesTheSameOfferTwice() {
        TestDeliveryKeys key = aKey();
        var offer = TOPIC.say(key.offered());
        TOPIC.sayAgain(offer);
        key.awaitKnown();
        generatedFor(deploy());

        TOPIC.sayAgain(offer);
        TestDeliveryKeys last = anOfferedKey();

        assertThat(key.isInStock()).isFalse();
        assertThat(last.isInStock()).isTrue();
    }

    @Test
    void skipsWhatItDoesNotKnowAndSetsAsideWhatItCannotRead() {
        TestDeliveryKeys poisoned = aKey();
        TOPIC.sayUnknown(aKey().offered());
        TOPIC.sayPoison(poisoned.offered());

        TestDeliveryKeys good = anOfferedKey();

        assertThat(generatedFor(deploy()).keyId()).isEqualTo(good.id());
        TOPIC.hearDeadLetter(record -> poisoned.id().toString().equals(record.key()));
    }

    @Test
    void saysHowToGoOnWithoutAKey() {
        Response answer = deploy();

        refusedAs(answer, 503, "SERVICE_ERROR");
        assertThat(answer.<String>path("error.error_message")).contains("one-time key", "try again", "none");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    private Response deploy() {
        return request(ada, body("web.example.org", disk(25)));
    }

    private static PasswordGenerated generatedFor(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        String server = answer.path("server.uuid");
        return PASSWORDS.hear(
                PasswordGenerated.class, event -> event.serverId().toString().equals(server));
    }

    private static List<Response> atOnce(int times, Callable<Response> request) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> asked =
                    Stream.generate(() -> threads.submit(request)).limit(times).toList();
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            return asked.stream().map(Future::resultNow).toList();
        }
    }
}
