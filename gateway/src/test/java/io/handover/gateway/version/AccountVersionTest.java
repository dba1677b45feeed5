package io.handover.gateway.version;

import static io.handover.gateway.Topics.event;
import static io.handover.gateway.Topics.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.gateway.TestUser;
import io.handover.gateway.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccountVersionTest {

    private static final String IDENTITY = "identity.account.v1";
    private static final String PERMISSION = "permission.permission.v1";
    private static final int PARTITIONS = 15;

    private final TestUser ada = TestUser.anAccount();

    @Inject
    KafkaClientService kafka;

    @BeforeEach
    void theGatewayListens() {
        Topics.awaitListening(kafka, "account-versions", PARTITIONS);
    }

    @Test
    void saysNothingOfAnAccountThatItKnowsNothingOf() {
        assertThat(carried(ada)).isNull();
    }

    @Test
    void carriesWhatOneServiceAnsweredToTheNext() {
        answer("/1.3/permission/grant", PERMISSION + "=5");

        assertThat(ada.request().get("/1.3/server").<String>path("headers.handover-account-version"))
                .isEqualTo(PERMISSION + "=5");
    }

    @Test
    void carriesAMembersChangeToTheWholeAccount() {
        ada.member().request().post("/1.3/server?version=provisioning.server.v1=3");

        assertThat(carried(ada)).isEqualTo("provisioning.server.v1=3");
    }

    @Test
    void keepsTheNewestOfEachTopic() {
        answer("/1.3/permission/grant", PERMISSION + "=5");
        answer("/1.3/permission/grant", PERMISSION + "=4");
        answer("/1.3/account/sub", IDENTITY + "=2, " + PERMISSION + "=1");

        assertThat(carried(ada)).isEqualTo(IDENTITY + "=2, " + PERMISSION + "=5");
    }

    @Test
    void tellsClientsNothingOfIt() {
        assertThat(answer("/1.3/permission/grant", PERMISSION + "=5").header("Handover-Account-Version"))
                .isNull();
    }

    @Test
    void tellsOtherAccountsNothingOfIt() {
        answer("/1.3/permission/grant", PERMISSION + "=5");

        assertThat(carried(TestUser.anAccount())).isNull();
    }

    @Test
    void takesNoVersionFromClients() {
        Response answer = ada.request()
                .header("Handover-Account-Version", PERMISSION + "=999")
                .get("/1.3/server");

        assertThat(answer.<String>path("headers.handover-account-version")).isNull();
        assertThat(carried(ada)).isNull();
    }

    @Test
    void survivesAnAnswerThatIsGarbled() {
        answer("/1.3/permission/grant", "garbled");

        assertThat(carried(ada)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identity.account.v1",
                "permission.permission.v1",
                "provisioning.server.v1",
                "provisioning.credential.v1"
            })
    void carriesWhatItHeardOnATopic(String topic) {
        say(event(topic, ada.accountId(), 7));

        awaitCarried(topic + "=7");
    }

    @Test
    void isNotTakenBackByAnOlderEventOrTheSameOne() {
        ProducerRecord<String, String> newest = event(PERMISSION, ada.accountId(), 7);
        say(newest);
        say(newest);
        say(event(PERMISSION, ada.accountId(), 6));
        say(event(IDENTITY, ada.accountId(), 1));

        awaitCarried(IDENTITY + "=1, " + PERMISSION + "=7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "seven", "", "99999999999999999999"})
    void goesOnAfterARecordWhoseNumberIsNone(String number) {
        String account = ada.accountId().toString();
        say(Topics.with(
                Topics.with(new ProducerRecord<>(PERMISSION, account, "{}"), "ce_account", account),
                "ce_accountversion",
                number));
        say(Topics.with(new ProducerRecord<>(PERMISSION, account, null), "ce_accountversion", "9"));
        say(event(PERMISSION, ada.accountId(), 2));

        awaitCarried(PERMISSION + "=2");
    }

    private void awaitCarried(String version) {
        await().untilAsserted(() -> assertThat(carried(ada)).isEqualTo(version));
    }

    private Response answer(String path, String version) {
        Response answer = ada.request().queryParam("version", version).post(path);
        answer.then().statusCode(200);
        return answer;
    }

    private static String carried(TestUser user) {
        return user.request()
                .get("/1.3/zone")
                .then()
                .statusCode(200)
                .extract()
                .path("headers.handover-account-version");
    }
}
