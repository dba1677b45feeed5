package io.handover.notification.audit;

import static io.handover.notification.TestHandover.ACCOUNTS;
import static io.handover.notification.TestHandover.CREDENTIALS;
import static io.handover.notification.TestHandover.SERVERS;
import static io.handover.notification.audit.Exports.export;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.DeliveryMethod;
import io.handover.events.Topics;
import io.handover.events.audit.AuditChain;
import io.handover.events.audit.CanonicalJson;
import io.handover.events.identity.AccountChanged;
import io.handover.events.identity.AccountOpened;
import io.handover.events.identity.ContactChanged;
import io.handover.events.identity.MemberAccessSet;
import io.handover.events.identity.MemberAdded;
import io.handover.events.identity.MemberChanged;
import io.handover.events.identity.MemberRemoved;
import io.handover.events.identity.PasswordChanged;
import io.handover.events.identity.SignInMethod;
import io.handover.events.identity.SignInRefused;
import io.handover.events.identity.SignedIn;
import io.handover.events.identity.TokenIssued;
import io.handover.events.identity.TokenRevoked;
import io.handover.events.notification.DeliveryEvent;
import io.handover.events.notification.PasswordBounced;
import io.handover.events.notification.PasswordDelivered;
import io.handover.events.notification.PasswordDeliveryFailed;
import io.handover.events.permission.MemberAccessApplied;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.permission.PermissionGranted;
import io.handover.events.permission.PermissionRevoked;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.events.provisioning.ServerDeleted;
import io.handover.events.provisioning.ServerDeployed;
import io.handover.events.provisioning.ServerDeploymentFailed;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.ServerRequested;
import io.handover.events.provisioning.ServerStarted;
import io.handover.events.provisioning.ServerStopped;
import io.handover.events.provisioning.ServerTagged;
import io.handover.events.provisioning.ServerUntagged;
import io.handover.events.provisioning.StorageAttached;
import io.handover.events.provisioning.StorageCreated;
import io.handover.events.provisioning.StorageDeleted;
import io.handover.events.provisioning.StorageDetached;
import io.handover.events.provisioning.TagCreated;
import io.handover.events.provisioning.TagDeleted;
import io.handover.events.provisioning.TagRenamed;
import io.handover.kit.caller.Caller;
import io.handover.kit.event.CloudEventHeaders;
import io.handover.kit.event.EventCodec;
import io.handover.kit.origin.Origin;
import io.handover.notification.TestHandover;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTrailTest {

    private static final TestTopic<PermissionEvent> PERMISSIONS = new TestTopic<>(Topics.PERMISSION_PERMISSION);
    private static final TestTopic<DeliveryEvent> DELIVERIES = new TestTopic<>(Topics.NOTIFICATION_DELIVERY);

    private final TestHandover handover = TestHandover.any();
    private final Caller ada = handover.account();
    private final UUID account = ada.accountId();
    private final UUID bob = UUID.randomUUID();
    private final UUID server = handover.serverId();
    private final UUID thing = UUID.randomUUID();

    @Test
    void tellsOfAccountsMembersAndTokens() {
        Instant expiry = Instant.parse("2027-01-02T03:04:05Z");
        ACCOUNTS.say(new AccountOpened(account, "ada", "ada@example.org", "+358401234567"));
        ACCOUNTS.say(new AccountChanged(account));
        ACCOUNTS.say(new ContactChanged(account, "a@example.org", "+358401234567"));
        ACCOUNTS.say(new PasswordChanged(account, account));
        ACCOUNTS.say(new PasswordChanged(account, bob));
        ACCOUNTS.say(new MemberAdded(account, bob, "bob"));
        ACCOUNTS.say(new MemberChanged(account, bob));
        ACCOUNTS.say(new MemberAccessSet(account, bob, thing, List.of(), null, null, null, account));
        ACCOUNTS.say(new MemberRemoved(account, bob, "bob"));
        ACCOUNTS.say(new TokenIssued(account, bob, thing, expiry));
        var last = ACCOUNTS.say(new TokenRevoked(account, bob, thing));

        assertThat(told(last))
                .containsExactly(
                        "account.open account %s ada success".formatted(account),
                        "account.modify account %s success".formatted(account),
                        "account.modify account %s success contact".formatted(account),
                        "password.change account %s success".formatted(account),
                        "password.change member %s success".formatted(bob),
                        "member.create member %s bob success".formatted(bob),
                        "member.modify member %s success".formatted(bob),
                        "member.modify member %s success access".formatted(bob),
                        "member.delete member %s bob success".formatted(bob),
                        "token.create token %s success of user %s until 2027-01-02T03:04:05Z".formatted(thing, bob),
                        "token.delete token %s success of user %s".formatted(thing, bob));
    }

    @Test
    void tellsWhoSignedInAndWhoWasNotLetIn() {
        ACCOUNTS.say(new SignedIn(account, account, "ada", SignInMethod.PASSWORD, null));
        ACCOUNTS.say(new SignedIn(account, bob, "bob", SignInMethod.TOKEN, thing));
        var last = ACCOUNTS.say(new SignInRefused(account, bob, "bob", SignInMethod.PASSWORD, null, "wrong_password"));

        assertThat(told(last))
                .containsExactly(
                        "session.open account %s ada success by password".formatted(account),
                        "session.open member %s bob success by token".formatted(bob),
                        "session.open member %s bob failure wrong_password".formatted(bob));
    }

    @Test
    void tellsOfPermissions() {
        PERMISSIONS.say(new PermissionGranted(account, thing, bob, "bob", "server", "*", true, account));
        PERMISSIONS.say(new PermissionRevoked(account, thing, bob, "bob", "tag_access", "db"));
        var last = PERMISSIONS.say(new MemberAccessApplied(account, bob, thing));

        assertThat(told(last))
                .containsExactly(
                        "permission.grant permission %s bob success server * with storages".formatted(thing),
                        "permission.revoke permission %s bob success tag_access db".formatted(thing),
                        "member.modify member %s success access in force".formatted(bob));
    }

    @Test
    void tellsOfServersStoragesAndTags() {
        SERVERS.say(new ServerRequested(account, server, account, "web1", "fi-hel1", "1xCPU-1GB"));
        SERVERS.say(new ServerDeployed(account, server, "web1", "127.0.0.1", 22, "root"));
        SERVERS.say(new ServerDeploymentFailed(account, server, "no room"));
        SERVERS.say(new ServerStopped(account, server));
        SERVERS.say(new ServerStarted(account, server));
        SERVERS.say(new StorageCreated(account, thing, account));
        SERVERS.say(new StorageAttached(account, thing, server, account));
        SERVERS.say(new StorageDetached(account, thing, server, account));
        SERVERS.say(new StorageDeleted(account, thing));
        SERVERS.say(new TagCreated(account, "db"));
        SERVERS.say(new ServerTagged(account, server, "db", account));
        SERVERS.say(new ServerUntagged(account, server, "db", account));
        SERVERS.say(new TagRenamed(account, "db", "sql", account));
        SERVERS.say(new TagDeleted(account, "db"));
        var last = SERVERS.say(new ServerDeleted(account, server));

        assertThat(told(last))
                .containsExactly(
                        "server.create server %s web1 success 1xCPU-1GB in fi-hel1".formatted(server),
                        "server.deploy server %s web1 success".formatted(server),
                        "server.deploy server %s failure no room".formatted(server),
                        "server.stop server %s success".formatted(server),
                        "server.start server %s success".formatted(server),
                        "storage.create storage %s success".formatted(thing),
                        "storage.attach storage %s success server %s".formatted(thing, server),
                        "storage.detach storage %s success server %s".formatted(thing, server),
                        "storage.delete storage %s success".formatted(thing),
                        "tag.create tag db success",
                        "server.tag server %s success db".formatted(server),
                        "server.untag server %s success db".formatted(server),
                        "tag.rename tag sql success was db",
                        "tag.delete tag db success",
                        "server.delete server %s success".formatted(server));
    }

    @Test
    void tellsOfDeliveriesWithoutTheirPasswords() {
        PasswordGenerated generated = handover.generated(DeliveryMethod.EMAIL);
        DELIVERIES.say(new PasswordDelivered(account, thing, server, DeliveryMethod.EMAIL));
        var ended = DELIVERIES.say(
                new PasswordDeliveryFailed(account, thing, server, DeliveryMethod.SMS, "unknown number"));
        var bounced = DELIVERIES.say(new PasswordBounced(
                account, thing, server, DeliveryMethod.EMAIL, "the mail came back with 5.1.1", null));
        var last = CREDENTIALS.say(generated);

        assertThat(told(List.of(ended, bounced, last)))
                .containsExactlyInAnyOrder(
                        "delivery.send delivery %s success by email".formatted(thing),
                        "delivery.send delivery %s failure unknown number".formatted(thing),
                        "delivery.bounce delivery %s failure the mail came back with 5.1.1".formatted(thing),
                        "delivery.create delivery %s %s success by email"
                                .formatted(handover.deliveryId(), handover.hostname()));
        for (String format : List.of("?format=csv", "?format=json")) {
            assertThat(export(ada, format).asString())
                    .doesNotContain(generated.sealedBox())
                    .doesNotContain(handover.password())
                    .doesNotContain(generated.keyId().toString());
        }
    }

    @Test
    void tellsOfAPasswordThatWasShownAndSumsItsRecordUp() {
        var last = CREDENTIALS.say(handover.shown());

        assertThat(told(last))
                .containsExactly("delivery.show delivery %s %s success record %s"
                        .formatted(handover.deliveryId(), handover.hostname(), digest(handover.recordAfter(last))));
    }

    @Test
    void sumsTheRecordOfAnEndedDeliveryUpAsAnybodyCan() {
        handover.order(DeliveryMethod.EMAIL).recordIn("delivered");

        await().untilAsserted(() -> assertThat(told(List.of()))
                .contains("delivery.send delivery %s success by email; record %s"
                        .formatted(handover.deliveryId(), digest(handover.record()))));
    }

    @Test
    void tellsWhetherAServerTookAnotherPassword() {
        CREDENTIALS.say(handover.set());
        var last = CREDENTIALS.say(handover.notSet("the back end refused"));

        assertThat(told(last))
                .containsExactly(
                        "server.modify server %s success root password".formatted(server),
                        "server.modify server %s failure root password: the back end refused".formatted(server));
    }

    @Test
    void tellsWhatTheServiceDoesByItself() {
        handover.order(DeliveryMethod.EMAIL).recordIn("delivered");
        DELIVERIES.hear(
                PasswordDelivered.class, delivered -> delivered.deliveryId().equals(handover.deliveryId()));
        var later = DELIVERIES.say(new PasswordDelivered(account, UUID.randomUUID(), server, DeliveryMethod.EMAIL));

        Map<String, @Nullable Object> line = lines(later).stream()
                .filter(it -> "delivery.send".equals(it.get("action"))
                        && handover.deliveryId().toString().equals(it.get("target_id")))
                .findFirst()
                .orElseThrow();

        assertThat(line).containsEntry("actor", null).containsEntry("outcome", "success");
    }

    @Test
    void namesWhoDidItAndFromWhere() {
        UUID token = UUID.randomUUID();
        var last = SERVERS.say(
                new ServerStopped(account, server),
                new Origin(Optional.of("bob"), Optional.of(token), Optional.of("2001:db8::7")));
        CloudEventHeaders headers = CloudEventHeaders.from(last.headers());

        Map<String, @Nullable Object> line = lines(last).getFirst();

        assertThat(line)
                .containsEntry("actor", "bob")
                .containsEntry("actor_token", token.toString())
                .containsEntry("client_address", "2001:db8::7")
                .containsEntry("id", headers.id().toString());
        assertThat(Instant.parse(String.valueOf(line.get("time"))))
                .isBetween(headers.time().minusMillis(1), headers.time().plusMillis(1));
    }

    @Test
    void namesNobodyForWhatHandoverDidByItself() {
        var last = SERVERS.say(new ServerStopped(account, server));

        assertThat(lines(last).getFirst())
                .containsEntry("actor", null)
                .containsEntry("actor_token", null)
                .containsEntry("client_address", null);
    }

    @Test
    void tellsAnEventOnceHoweverOftenItIsSaid() {
        var stopped = SERVERS.say(new ServerStopped(account, server));
        SERVERS.sayAgain(stopped);
        var last = SERVERS.say(new ServerStarted(account, server));
        SERVERS.sayAgain(stopped);

        assertThat(told(last)).hasSize(2);
    }

    @Test
    void tellsInTheOrderItHearsWhateverTheTime() {
        SERVERS.sayAgain(at("2026-01-02T03:04:06Z", new ServerStarted(account, server)));
        SERVERS.sayAgain(at("2026-01-02T03:04:05Z", new ServerStopped(account, server)));
        var last = SERVERS.say(new ServerDeleted(account, server));

        assertThat(lines(last))
                .extracting(line -> line.get("action"))
                .containsExactly("server.start", "server.stop", "server.delete");
    }

    @Test
    void tellsThatSomethingUnknownHappened() {
        SERVERS.sayUnknown(new ServerStopped(account, server));
        var last = SERVERS.say(new ServerStarted(account, server));

        assertThat(told(last))
                .containsExactly(
                        "unknown event io.handover.provisioning.NeverHeardOf.v1 success",
                        "server.start server %s success".formatted(server));
    }

    @Test
    void passesOverWhatCannotBeReadOnceAnOperatorDoes() {
        SERVERS.sayPoison(new ServerStopped(account, server));
        var last = SERVERS.say(new ServerStarted(account, server));
        SERVERS.dropDeadLetter(account);

        assertThat(told(last)).containsExactly("server.start server %s success".formatted(server));
    }

    private static ProducerRecord<String, String> at(String time, ServerEvent event) {
        var headers = new CloudEventHeaders(
                UUID.randomUUID(),
                "handover/test",
                Topics.PROVISIONING_SERVER.typeOf(event),
                event.subject(),
                Instant.parse(time),
                CloudEventHeaders.accountOf(event),
                1,
                Origin.NONE);
        return new ProducerRecord<>(
                Topics.PROVISIONING_SERVER.name(), null, event.key(), EventCodec.write(event), headers.toHeaders());
    }

    /** Without what may change after the end. */
    private static String digest(Response record) {
        Map<String, Object> fields =
                new HashMap<>(record.then().statusCode(200).extract().<Map<String, Object>>path("$"));
        fields.keySet().removeAll(Set.of("advice", "arrived_at"));
        return AuditChain.sha256(CanonicalJson.of(fields));
    }

    /** What was done to what, and how it ended; one text per line. */
    private List<String> told(ProducerRecord<String, String> after) {
        return told(List.of(after));
    }

    private List<String> told(List<ProducerRecord<String, String>> after) {
        return lines(after).stream()
                .map(line -> Stream.of("action", "target_type", "target_id", "target_name", "outcome", "detail")
                        .map(field -> requireNonNullElse(line.get(field), ""))
                        .map(Object::toString)
                        .filter(text -> !text.isEmpty())
                        .reduce((left, right) -> left + " " + right)
                        .orElse(""))
                .toList();
    }

    private List<Map<String, @Nullable Object>> lines(ProducerRecord<String, String> after) {
        return lines(List.of(after));
    }

    private List<Map<String, @Nullable Object>> lines(List<ProducerRecord<String, String>> after) {
        return export(ada, "?format=json", after)
                .then()
                .statusCode(200)
                .extract()
                .path("$");
    }
}
