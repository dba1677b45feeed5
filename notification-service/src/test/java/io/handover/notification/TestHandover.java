package io.handover.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.DeliveryMethod;
import io.handover.events.PasswordOccasion;
import io.handover.events.Topics;
import io.handover.events.identity.AccountEvent;
import io.handover.events.identity.AccountOpened;
import io.handover.events.notification.DeliveryKey;
import io.handover.events.provisioning.CredentialEvent;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.events.provisioning.PasswordShown;
import io.handover.events.provisioning.RootPasswordNotSet;
import io.handover.events.provisioning.RootPasswordSet;
import io.handover.events.provisioning.SealingContext;
import io.handover.events.provisioning.ServerDeployed;
import io.handover.events.provisioning.ServerEvent;
import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A password that is to be handed over, with all that identity and provisioning would say of it.
 *
 * @param account whose server it is
 * @param requester who asked for the server
 */
public record TestHandover(
        Caller account, Caller requester, UUID serverId, UUID deliveryId, String hostname, String password) {

    public static final TestTopic<AccountEvent> ACCOUNTS = new TestTopic<>(Topics.IDENTITY_ACCOUNT);
    public static final TestTopic<CredentialEvent> CREDENTIALS = new TestTopic<>(Topics.PROVISIONING_CREDENTIAL);
    public static final TestTopic<ServerEvent> SERVERS = new TestTopic<>(Topics.PROVISIONING_SERVER);

    private static final Duration LIFETIME = Duration.ofHours(1);
    /** Of a new account, for a new server. */
    public static TestHandover any() {
        Caller ada = TestCallers.anAccount();
        return of(ada, ada);
    }

    /** For a new server of an account. */
    public static TestHandover of(Caller account, Caller requester) {
        UUID server = UUID.randomUUID();
        String name = server.toString().substring(0, 8);
        String password = "P" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        return new TestHandover(account, requester, server, UUID.randomUUID(), name + ".example.org", password);
    }

    public String email() {
        return account.username() + "@example.org";
    }

    public String phone() {
        return "+35840%07d".formatted(Math.floorMod(account.userId().hashCode(), 10_000_000));
    }

    public TestHandover openAccount() {
        ACCOUNTS.say(new AccountOpened(account.accountId(), account.username(), email(), phone()));
        return this;
    }

    public PasswordGenerated generated(DeliveryMethod method) {
        return generated(method, LIFETIME);
    }

    public PasswordGenerated generated(DeliveryMethod method, Duration lifetime) {
        return generated(method, lifetime, TestDeliveryKeys.spend());
    }

    /** Sealed to a key that may have been spent before. */
    public PasswordGenerated generated(DeliveryMethod method, Duration lifetime, DeliveryKey key) {
        Instant expiresAt = Instant.now().plus(lifetime).truncatedTo(ChronoUnit.MILLIS);
        var context = new SealingContext(account.accountId(), deliveryId, serverId, method, key.keyId(), expiresAt);
        return new PasswordGenerated(
                account.accountId(),
                deliveryId,
                serverId,
                hostname,
                requester.userId(),
                requester.username(),
                method,
                key.keyId(),
                TestDeliveryKeys.seal(key, password, context),
                expiresAt,
                null);
    }

    /** Another password, for a server that is there. */
    public PasswordGenerated rotated(DeliveryMethod method, Duration lifetime) {
        return rotated(method, lifetime, PasswordOccasion.ROTATION);
    }

    /** Another password, because the last one came back, say. */
    public PasswordGenerated rotated(DeliveryMethod method, PasswordOccasion occasion) {
        return rotated(method, LIFETIME, occasion);
    }

    private PasswordGenerated rotated(DeliveryMethod method, Duration lifetime, PasswordOccasion occasion) {
        PasswordGenerated made = generated(method, lifetime);
        return new PasswordGenerated(
                made.accountId(),
                made.deliveryId(),
                made.serverId(),
                made.hostname(),
                made.requestedBy(),
                made.requestedByName(),
                made.method(),
                made.keyId(),
                made.sealedBox(),
                made.expiresAt(),
                occasion);
    }

    public PasswordGenerated rotated(DeliveryMethod method) {
        return rotated(method, LIFETIME);
    }

    public RootPasswordSet set() {
        return new RootPasswordSet(account.accountId(), deliveryId, serverId);
    }

    public RootPasswordNotSet notSet(String reason) {
        return new RootPasswordNotSet(account.accountId(), deliveryId, serverId, reason);
    }

    public PasswordShown shown() {
        return new PasswordShown(
                account.accountId(), deliveryId, serverId, hostname, requester.userId(), requester.username(), null);
    }

    public ServerDeployed deployed() {
        return new ServerDeployed(account.accountId(), serverId, hostname, "127.0.0.1", 22, "root");
    }

    /** Everything that leads to a message. */
    public TestHandover order(DeliveryMethod method) {
        openAccount();
        CREDENTIALS.say(generated(method));
        SERVERS.say(deployed());
        return this;
    }

    /** The record, as soon as the service has heard what was said on a topic. */
    public Response recordAfter(ProducerRecord<String, String> said) {
        return given().header("Authorization", TestCallers.bearer(account))
                .header("Handover-Account-Version", said.topic() + "=" + TestTopic.versionOf(said))
                .get("/v1/deliveries/" + deliveryId);
    }

    /** The record as it is now. */
    public Response record() {
        return given().header("Authorization", TestCallers.bearer(account)).get("/v1/deliveries/" + deliveryId);
    }

    /** The record, as soon as its delivery is in a state. */
    public Response recordIn(String state) {
        await().untilAsserted(() -> {
            Response record = record();
            assertThat(record.<String>path("state")).as(record.asString()).isEqualTo(state);
        });
        return record();
    }
}
