package io.handover.gateway.credential;

import static io.handover.gateway.Topics.event;
import static io.handover.gateway.Topics.say;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.identity.SignInRefused;
import io.handover.events.identity.SignedIn;
import io.handover.gateway.TestUser;
import io.handover.gateway.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdentityEventConsumerTest {

    private static final String TOPIC = "identity.account.v1";

    private final TestUser ada = TestUser.anAccount();

    @Inject
    KafkaClientService kafka;

    @BeforeEach
    void theGatewayListens() {
        Topics.awaitListening(kafka, "identity-account", 3);
    }

    @Test
    void stopsARevokedCredentialAtOnce() {
        ada.token();
        ada.revoke();
        assertThat(ada.token()).as("remembered").endsWith("-1");

        say(event(TOPIC, ada.accountId(), 1));

        await().untilAsserted(() ->
                assertThat(ada.request().get("/1.3/zone").statusCode()).isEqualTo(401));
    }

    @Test
    void forgetsTheMembersOfTheAccountToo() {
        TestUser bob = ada.member();
        bob.token();

        say(event(TOPIC, ada.accountId(), 1));

        await().untilAsserted(() -> assertThat(bob.token()).endsWith("-2"));
    }

    @Test
    void asksOnceMoreForAnEventThatIsHeardTwice() {
        ada.token();
        ProducerRecord<String, String> event = event(TOPIC, ada.accountId(), 1);

        say(event);
        await().untilAsserted(() -> assertThat(ada.token()).endsWith("-2"));
        say(event);

        await().untilAsserted(() -> assertThat(ada.token()).endsWith("-3"));
    }

    @Test
    void takesAnEventOfATypeItDoesNotKnowForAChange() {
        ada.token();

        say(Topics.with(event(TOPIC, ada.accountId(), 1), "ce_type", "io.handover.identity.NeverHeardOf.v1"));

        await().untilAsserted(() -> assertThat(ada.token()).endsWith("-2"));
    }

    @Test
    void forgetsNobodyWhenSomebodySignsIn() {
        ada.token();

        IdentityEventConsumer.SIGN_INS.forEach(
                type -> say(Topics.with(event(TOPIC, ada.accountId(), 1), "ce_type", type)));
        TestUser eve = TestUser.anAccount();
        eve.token();
        say(event(TOPIC, eve.accountId(), 1));

        await().untilAsserted(() -> assertThat(eve.token()).as("heard by now").endsWith("-2"));
        assertThat(ada.token()).endsWith("-1");
    }

    @Test
    void knowsSignInsByTheNamesThatIdentityServiceGivesThem() {
        assertThat(IdentityEventConsumer.SIGN_INS.stream()
                        .map(io.handover.events.Topics.IDENTITY_ACCOUNT::recordOf)
                        .flatMap(Optional::stream))
                .containsExactlyInAnyOrder(SignedIn.class, SignInRefused.class);
    }

    @Test
    void goesOnAfterRecordsThatAreNoEvents() {
        ada.token();
        String key = ada.accountId().toString();

        say(new ProducerRecord<>(TOPIC, key, "{broken"));
        say(new ProducerRecord<>(TOPIC, key, null));
        say(Topics.with(new ProducerRecord<>(TOPIC, key, "{}"), "ce_account", "../../not an id"));
        assertThat(ada.token()).endsWith("-1");
        say(event(TOPIC, ada.accountId(), 1));

        await().untilAsserted(() -> assertThat(ada.token()).endsWith("-2"));
    }

    @Test
    void leavesOtherAccountsAlone() {
        TestUser eve = TestUser.anAccount();
        eve.token();
        ada.token();

        say(event(TOPIC, ada.accountId(), 1));

        await().untilAsserted(() -> assertThat(ada.token()).endsWith("-2"));
        assertThat(eve.token()).endsWith("-1");
    }

    @Test
    void remembersNoCheckThatWasUnderWay() {
        TestUser bob = ada.member();
        bob.token();
        CompletableFuture<Integer> underWay =
                CompletableFuture.supplyAsync(() -> given().header("Authorization", ada.basic("held"))
                        .get("/1.3/zone")
                        .statusCode());
        await().untilAsserted(() -> assertThat(ada.asked()).isEqualTo(1));

        say(event(TOPIC, ada.accountId(), 1));
        await().untilAsserted(() -> assertThat(bob.token()).endsWith("-2"));
        ada.release();

        assertThat(underWay.join()).isEqualTo(200);
        for (int requests : List.of(1, 2)) {
            given().header("Authorization", ada.basic("held"))
                    .get("/1.3/zone")
                    .then()
                    .statusCode(200);
            assertThat(ada.asked()).as("after %d more", requests).isEqualTo(2);
        }
    }
}
