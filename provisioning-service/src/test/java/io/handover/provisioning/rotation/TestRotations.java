package io.handover.provisioning.rotation;

import static io.handover.provisioning.FakeSandbox.sandbox;
import static io.handover.provisioning.TestServers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.DeliveryMethod;
import io.handover.events.Topics;
import io.handover.events.notification.DeliveryEvent;
import io.handover.events.notification.PasswordDelivered;
import io.handover.events.notification.PasswordDeliveryFailed;
import io.handover.events.provisioning.CredentialEvent;
import io.handover.kit.caller.Caller;
import io.handover.provisioning.FakeSandbox.Fault;
import io.handover.provisioning.TestDatabase;
import io.handover.test.topic.TestTopic;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.codec.digest.Sha2Crypt;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Asking for other passwords, and what the neighbours say and see of it. */
final class TestRotations {

    static final TestTopic<CredentialEvent> CREDENTIALS = new TestTopic<>(Topics.PROVISIONING_CREDENTIAL);
    static final TestTopic<DeliveryEvent> DELIVERIES = new TestTopic<>(Topics.NOTIFICATION_DELIVERY);

    private TestRotations() {}

    static Response rotate(Caller caller, String server, String method) {
        return as(caller).body("{\"method\":\"" + method + "\"}").post(path(server));
    }

    /** Once this service has heard what notification-service said. */
    static Response rotateAfter(ProducerRecord<String, String> said, Caller caller, String server, String method) {
        return as(caller)
                .header("Handover-Account-Version", "notification.delivery.v1=" + TestTopic.versionOf(said))
                .body("{\"method\":\"" + method + "\"}")
                .post(path(server));
    }

    static String path(String server) {
        return "/v1/servers/" + server + "/password";
    }

    static <T extends CredentialEvent> T hear(Class<T> type, String server) {
        return CREDENTIALS.hear(type, event -> event.key().equals(server));
    }

    static <T extends CredentialEvent> T hear(Class<T> type, UUID delivery) {
        return CREDENTIALS.hear(type, event -> event.subject().equals(delivery.toString()));
    }

    static long heard(Class<? extends CredentialEvent> type, String server) {
        return CREDENTIALS.heard().stream()
                .filter(type::isInstance)
                .filter(event -> event.key().equals(server))
                .count();
    }

    static UUID deliveryOf(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return UUID.fromString(answer.path("delivery"));
    }

    static PasswordDelivered delivered(Caller caller, String server, UUID delivery) {
        return new PasswordDelivered(caller.accountId(), delivery, UUID.fromString(server), DeliveryMethod.EMAIL);
    }

    static PasswordDeliveryFailed failed(Caller caller, String server, UUID delivery, String reason) {
        return new PasswordDeliveryFailed(
                caller.accountId(), delivery, UUID.fromString(server), DeliveryMethod.EMAIL, reason);
    }

    static void refusedAs(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:" + slug);
    }

    static String stateOf(UUID delivery) {
        return String.valueOf(TestDatabase.text("password_delivery", "state", "delivery_id", delivery.toString()));
    }

    static void awaitEnd(UUID delivery) {
        await().untilAsserted(() -> assertThat(TestDatabase.count("rotation", "delivery_id", delivery.toString()))
                .isZero());
    }

    static String hashOf(String server) {
        return sandbox().machine(server).path("rootPasswordHash").asText();
    }

    static boolean isPasswordOf(String server, String password) {
        String hash = hashOf(server);
        return Sha2Crypt.sha512Crypt(password.getBytes(StandardCharsets.UTF_8), hash)
                .equals(hash);
    }

    /** How often the sandbox was told a server's password. */
    static long told(String server) {
        return sandbox().count(request -> request.is("PUT", "/v1/machines/" + server + "/root-password", ""));
    }

    /** What goes wrong with the next attempts to set a server's password. */
    static void next(Fault fault, int times, String server) {
        sandbox().next(fault, times, request -> request.path().equals("/v1/machines/" + server + "/root-password"));
    }

    /** The sandbox takes no password of a server until this is false. */
    static AtomicBoolean away(String server) {
        var away = new AtomicBoolean(true);
        sandbox()
                .next(
                        Fault.BROKEN,
                        Integer.MAX_VALUE,
                        request -> away.get() && request.path().equals("/v1/machines/" + server + "/root-password"));
        return away;
    }
}
