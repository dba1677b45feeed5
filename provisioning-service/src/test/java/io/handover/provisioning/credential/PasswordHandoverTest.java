package io.handover.provisioning.credential;

import static io.handover.provisioning.FakeSandbox.sandbox;
import static io.handover.provisioning.TestDeliveryKeys.anOfferedKey;
import static io.handover.provisioning.TestDeliveryKeys.theOnlyKey;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.awaitState;
import static io.handover.provisioning.TestServers.body;
import static io.handover.provisioning.TestServers.details;
import static io.handover.provisioning.TestServers.disk;
import static io.handover.provisioning.TestServers.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.events.DeliveryMethod;
import io.handover.events.Topics;
import io.handover.events.provisioning.CredentialEvent;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.events.provisioning.PasswordShown;
import io.handover.events.provisioning.SealingContext;
import io.handover.kit.caller.Caller;
import io.handover.provisioning.TestDatabase;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.Sha2Crypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PasswordHandoverTest {

    private static final TestTopic<CredentialEvent> TOPIC = new TestTopic<>(Topics.PROVISIONING_CREDENTIAL);
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINS+rjHYh9cxHc5AhqkJaAxAgeMKhZWywXkWsj6PheAF ada@example.org";

    private final Caller ada = TestCallers.anAccount();

    @Test
    void showsThePasswordOnceAndKeepsItNowhere() {
        Response answer = request(ada, body("web.example.org", "\"password_delivery\":\"none\"," + disk(25)));

        String password = answer.path("server.password");
        String id = answer.path("server.uuid");
        awaitState(ada, id, "started");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.<String>path("server.username")).isEqualTo("root");
        assertThat(details(ada, id).asString()).doesNotContain(password).doesNotContain("\"password\"");
        assertThat(as(ada).get("/1.3/server").asString()).doesNotContain(password);
        assertThat(isPasswordOf(id, password)).isTrue();
        var said = TOPIC.hear(
                PasswordShown.class, event -> event.serverId().toString().equals(id));
        assertThat(said.requestedByName()).isEqualTo(ada.username());
        assertThat(TestDatabase.tablesWith(password)).isEmpty();
        assertThat(TestDatabase.tablesWith(
                        sandbox().machine(id).path("rootPasswordHash").asText()))
                .isEmpty();
        assertThat(TOPIC.heard().toString()).doesNotContain(password);
    }

    @ParameterizedTest
    @CsvSource({"'', EMAIL", "'\"password_delivery\":\"email\",', EMAIL", "'\"password_delivery\":\"sms\",', SMS"})
    void sealsThePasswordForItsDelivery(String delivery, DeliveryMethod method) throws GeneralSecurityException {
        var key = theOnlyKey();

        Response answer = request(ada, body("web.example.org", delivery + disk(25)));

        String id = answer.path("server.uuid");
        var said = TOPIC.hear(
                PasswordGenerated.class, event -> event.serverId().toString().equals(id));
        String password = key.open(said, said.context());
        awaitState(ada, id, "started");
        assertThat(said.method()).isEqualTo(method);
        assertThat(said.requestedBy()).isEqualTo(ada.userId());
        assertThat(said.hostname()).isEqualTo("web.example.org");
        assertThat(isPasswordOf(id, password)).isTrue();
        assertThat(answer.asString())
                .doesNotContain(password)
                .doesNotContain("\"password\"")
                .doesNotContain("username");
        assertThat(TestDatabase.tablesWith(password)).isEmpty();
    }

    @Test
    void bindsTheBoxToItsDelivery() {
        var key = theOnlyKey();
        String id = request(ada, body("web.example.org", disk(25))).path("server.uuid");

        var said = TOPIC.hear(
                PasswordGenerated.class, event -> event.serverId().toString().equals(id));

        assertThat(contextsOtherThan(said.context()))
                .allSatisfy(other ->
                        assertThatThrownBy(() -> key.open(said, other)).isInstanceOf(GeneralSecurityException.class));
        assertThatThrownBy(() -> anOfferedKey().open(said, said.context()))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void makesNoPasswordForAKeyOnlyServer() {
        Response answer = request(
                ada,
                body(
                        "key.example.org",
                        "\"password_delivery\":\"none\",\"login_user\":{\"create_password\":\"no\",\"ssh_keys\":"
                                + "{\"ssh_key\":[\"" + KEY + "\"]}}," + disk(25)));

        String id = answer.path("server.uuid");
        awaitState(ada, id, "started");
        assertThat(answer.asString()).doesNotContain("\"password\"").doesNotContain("username");
        assertThat(sandbox().machine(id).path("rootPasswordHash").asText("")).isEmpty();
        assertThat(sandbox().machine(id).path("sshKeys").path(0).asText()).isEqualTo(KEY);
        assertThat(TOPIC.heard().toString()).doesNotContain(id);
    }

    private static boolean isPasswordOf(String server, String password) {
        String hash = sandbox().machine(server).path("rootPasswordHash").asText();
        return Sha2Crypt.sha512Crypt(password.getBytes(StandardCharsets.UTF_8), hash)
                .equals(hash);
    }

    private static Stream<SealingContext> contextsOtherThan(SealingContext of) {
        UUID other = UUID.randomUUID();
        Instant later = of.expiresAt().plusMillis(1);
        return Stream.of(
                new SealingContext(other, of.deliveryId(), of.serverId(), of.method(), of.keyId(), of.expiresAt()),
                new SealingContext(of.accountId(), other, of.serverId(), of.method(), of.keyId(), of.expiresAt()),
                new SealingContext(of.accountId(), of.deliveryId(), other, of.method(), of.keyId(), of.expiresAt()),
                new SealingContext(
                        of.accountId(), of.deliveryId(), of.serverId(), DeliveryMethod.SMS, of.keyId(), of.expiresAt()),
                new SealingContext(of.accountId(), of.deliveryId(), of.serverId(), of.method(), other, of.expiresAt()),
                new SealingContext(of.accountId(), of.deliveryId(), of.serverId(), of.method(), of.keyId(), later));
    }
}
