package io.handover.identity.member;

import static io.handover.identity.TestAccounts.addMember;
import static io.handover.identity.TestAccounts.as;
import static io.handover.identity.TestAccounts.member;
import static io.handover.identity.TestAccounts.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.Topics;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.permission.PermissionGranted;
import io.handover.events.permission.PermissionRevoked;
import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PermissionEventConsumerTest {

    private static final TestTopic<PermissionEvent> TOPIC = new TestTopic<>(Topics.PERMISSION_PERMISSION);

    private Caller ada = TestCallers.anAccount();
    private Caller bob = TestCallers.aMemberOf(ada);

    @BeforeEach
    void addBob() {
        ada = open();
        bob = member(addMember(ada));
    }

    @Test
    void showsWhatWasGranted() {
        TOPIC.say(granted("server", "*", true));
        TOPIC.say(granted("storage", "0123", false));
        var last = TOPIC.say(granted("tag_access", "dev", false));

        Response details = detailsAfter(last);

        assertThat(details.<List<String>>path("account.server_access.server.uuid"))
                .containsExactly("*");
        assertThat(details.<List<String>>path("account.server_access.server.storage"))
                .containsExactly("yes");
        assertThat(details.<List<String>>path("account.storage_access.storage")).containsExactly("0123");
        assertThat(details.<List<String>>path("account.tag_access.tag.name")).containsExactly("dev");
    }

    @Test
    void forgetsWhatWasRevokedEvenIfTheGrantIsSaidAgain() {
        var grant = TOPIC.say(granted("server", "*", true));
        TOPIC.say(revoked("server", "*"));
        TOPIC.sayAgain(grant);
        TOPIC.sayUnknown(revoked("server", "*"));
        TOPIC.sayPoison(granted("server", "*", true));
        var last = TOPIC.say(granted("network", "*", false));
        TOPIC.dropDeadLetter(bob.accountId());

        Response details = detailsAfter(last);

        assertThat(details.<List<String>>path("account.server_access.server")).isEmpty();
        assertThat(details.<List<String>>path("account.network_access.network")).containsExactly("*");
    }

    @Test
    void followsATagThatIsRenamed() {
        var before = granted("tag_access", "dev", true);
        TOPIC.say(before);
        TOPIC.say(granted("tag_access", "prod", true));
        var last = TOPIC.say(new PermissionRevoked(
                ada.accountId(), before.permissionId(), bob.userId(), bob.username(), "tag_access", "dev"));

        Response details = detailsAfter(last);

        assertThat(details.<List<String>>path("account.tag_access.tag.name")).containsExactly("prod");
        assertThat(details.<List<String>>path("account.tag_access.tag.storage")).containsExactly("yes");
    }

    @Test
    void takesARevokeOfWhatWasNeverGranted() {
        var last = TOPIC.say(revoked("server", "*"));

        assertThat(detailsAfter(last).statusCode()).isEqualTo(200);
    }

    private Response detailsAfter(ProducerRecord<String, String> record) {
        return as(ada).header("Handover-Account-Version", "permission.permission.v1=" + TestTopic.versionOf(record))
                .get("/1.3/account/details/" + bob.username());
    }

    private PermissionGranted granted(String type, String identifier, boolean storage) {
        return new PermissionGranted(
                ada.accountId(),
                UUID.randomUUID(),
                bob.userId(),
                bob.username(),
                type,
                identifier,
                storage,
                ada.userId());
    }

    private PermissionRevoked revoked(String type, String identifier) {
        return new PermissionRevoked(
                ada.accountId(), UUID.randomUUID(), bob.userId(), bob.username(), type, identifier);
    }
}
