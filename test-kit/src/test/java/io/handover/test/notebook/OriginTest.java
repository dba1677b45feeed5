package io.handover.test.notebook;

import static io.handover.test.notebook.Requests.as;
import static io.handover.test.notebook.Requests.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.Topics;
import io.handover.events.identity.AccountEvent;
import io.handover.events.identity.TokenIssued;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.permission.PermissionGranted;
import io.handover.kit.caller.Caller;
import io.handover.kit.origin.Origin;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OriginTest {

    private static final TestTopic<AccountEvent> SAID = new TestTopic<>(Topics.IDENTITY_ACCOUNT);
    private static final TestTopic<PermissionEvent> HEARD = new TestTopic<>(Topics.PERMISSION_PERMISSION);

    private final Caller ada = TestCallers.anAccount();

    @Test
    void namesWhoAskedAndFromWhere() {
        as(ada).header("Handover-Client-Address", "192.0.2.7")
                .body("{\"count\":1,\"refused\":false}")
                .post("/v1/tokens")
                .then()
                .statusCode(204);

        assertThat(origin())
                .isEqualTo(new Origin(Optional.of(ada.username()), Optional.empty(), Optional.of("192.0.2.7")));
    }

    @Test
    void namesTheTokenThatWasUsed() {
        UUID token = UUID.randomUUID();

        say(using(token), 1).then().statusCode(204);

        assertThat(origin()).isEqualTo(new Origin(Optional.of(ada.username()), Optional.of(token), Optional.empty()));
    }

    @Test
    void namesNobodyForWorkThatGoesOnWithoutARequest() {
        as(ada).post("/v1/tokens/later").then().statusCode(204);

        assertThat(origin()).isEqualTo(Origin.NONE);
    }

    @Test
    void namesWhomItIsToldToName() {
        as(ada).post("/v1/tokens/for/eve").then().statusCode(204);

        assertThat(origin().actor()).contains("eve");
    }

    @Test
    void carriesOnTheOriginOfTheEventThatCausedIt() {
        Origin bob = new Origin(Optional.of("bob"), Optional.of(UUID.randomUUID()), Optional.of("2001:db8::7"));

        HEARD.say(granted("causes"), bob);

        assertThat(origin()).isEqualTo(bob);
    }

    @Test
    void carriesOnThatAnEventHadNone() {
        HEARD.say(granted("causes"));

        assertThat(origin()).isEqualTo(Origin.NONE);
    }

    private Origin origin() {
        return SAID.hearOrigin(event ->
                event instanceof TokenIssued issued && issued.accountId().equals(ada.accountId()));
    }

    private Caller using(UUID token) {
        return new Caller(ada.accountId(), ada.userId(), ada.username(), true, Optional.of(token), true);
    }

    private PermissionGranted granted(String type) {
        return new PermissionGranted(
                ada.accountId(), UUID.randomUUID(), ada.userId(), "bob", type, "1", false, ada.userId());
    }
}
