package io.handover.sandbox.machine;

import static io.handover.sandbox.TestLogin.answer;
import static io.handover.sandbox.TestLogin.ecdsa;
import static io.handover.sandbox.TestLogin.ed25519;
import static io.handover.sandbox.TestLogin.hostKey;
import static io.handover.sandbox.TestLogin.key;
import static io.handover.sandbox.TestLogin.line;
import static io.handover.sandbox.TestLogin.open;
import static io.handover.sandbox.TestLogin.password;
import static io.handover.sandbox.TestLogin.rsa;
import static io.handover.sandbox.TestLogin.run;
import static io.handover.sandbox.TestMachines.HASH;
import static io.handover.sandbox.TestMachines.PASSWORD;
import static io.handover.sandbox.TestMachines.aMachine;
import static io.handover.sandbox.TestMachines.address;
import static io.handover.sandbox.TestMachines.anyId;
import static io.handover.sandbox.TestMachines.asked;
import static io.handover.sandbox.TestMachines.change;
import static io.handover.sandbox.TestMachines.hash;
import static io.handover.sandbox.TestMachines.id;
import static io.handover.sandbox.TestMachines.made;
import static io.handover.sandbox.TestMachines.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.handover.sandbox.TestLogin;
import io.handover.sandbox.TestLogin.Answer;
import io.handover.sandbox.ssh.SshAddress;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LoginTest {

    private static final String NEW = "a cold dip in the lake";
    private static final String OTHER = "a short swim in the sea";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void letsRootInWithThePassword() throws IOException {
        Answer answer = run(address(made(aMachine())), PASSWORD, "hostname");

        assertThat(answer).isEqualTo(new Answer("web.example.org\n", "", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "a long walk along the sea ", "A long walk along the sea"})
    void refusesAnotherPassword(String wrong) {
        refuses(address(made(aMachine())), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "Root", "root ", ""})
    void refusesEveryOtherUser(String user) {
        SshAddress address = address(made(aMachine()));

        assertThatThrownBy(() -> open(address, user, password(PASSWORD))).isInstanceOf(IOException.class);
    }

    @Test
    void letsRootInWithEachOfItsKeys() throws IOException, GeneralSecurityException {
        List<KeyPair> keys = List.of(ed25519(), ecdsa(), rsa(2048));
        SshAddress address = address(made(
                aMachine("sshKeys", keys.stream().map(key -> line(key) + " ada").toList())));

        for (KeyPair key : keys) {
            try (ClientSession session = open(address, key(key))) {
                assertThat(session.executeRemoteCommand("whoami")).isEqualTo("root\n");
            }
        }
    }

    @Test
    void refusesAnotherKey() throws GeneralSecurityException {
        SshAddress address = address(made(aMachine("sshKeys", List.of(line(ed25519())))));
        KeyPair other = ed25519();

        assertThatThrownBy(() -> open(address, key(other))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "null", PASSWORD})
    void refusesEveryPasswordWhereThereIsNone(String guess) throws IOException, GeneralSecurityException {
        KeyPair key = ed25519();
        var body = aMachine("rootPasswordHash", null);
        body.put("sshKeys", List.of(line(key)));
        SshAddress address = address(made(body));

        refuses(address, guess);
        open(address, key(key)).close();
    }

    @Test
    void changesThePasswordForGood() throws IOException {
        Response machine = made(aMachine());
        SshAddress address = address(machine);

        Answer answer = run(address, PASSWORD, "passwd", OTHER + "\n" + OTHER + "\n");

        assertThat(answer.status()).as(answer.toString()).isZero();
        refuses(address, PASSWORD);
        assertThat(run(address, OTHER, "whoami").out()).isEqualTo("root\n");
        change(machine, "restart");
        refuses(address, PASSWORD);
        assertThat(run(address, OTHER, "whoami").out()).isEqualTo("root\n");
    }

    @Test
    void takesAnotherPasswordFromOutsideAndLetsWhoIsInStay() throws IOException {
        Response machine = made(aMachine());
        SshAddress address = address(machine);
        run(address, PASSWORD, "passwd", OTHER + "\n" + OTHER + "\n");

        try (ClientSession before = open(address, password(OTHER))) {
            give(machine, NEW);
            give(machine, NEW);

            refuses(address, PASSWORD);
            refuses(address, OTHER);
            assertThat(run(address, NEW, "whoami").out()).isEqualTo("root\n");
            assertThat(before.executeRemoteCommand("whoami")).isEqualTo("root\n");
        }
    }

    @Test
    void takesAnotherPasswordWhileItIsStopped() throws IOException {
        Response machine = made(aMachine());
        change(machine, "stop");

        give(machine, NEW);

        asked().get(path(id(machine))).then().body("state", equalTo("stopped"));
        change(machine, "start");
        refuses(address(machine), PASSWORD);
        assertThat(run(address(machine), NEW, "whoami").out()).isEqualTo("root\n");
    }

    @Test
    void takesAPasswordWhereThereWasNoneAndKeepsItsKeys() throws IOException, GeneralSecurityException {
        KeyPair key = ed25519();
        var body = aMachine("rootPasswordHash", null);
        body.put("sshKeys", List.of(line(key)));
        Response machine = made(body);

        give(machine, NEW);

        assertThat(run(address(machine), NEW, "whoami").out()).isEqualTo("root\n");
        open(address(machine), key(key)).close();
    }

    @Test
    void refusesAPasswordThatALaterOneHasOvertaken() {
        Response machine = made(aMachine());
        Map<String, String> later = Map.of("passwordId", new UUID(2, 0).toString(), "rootPasswordHash", hash(NEW));
        Map<String, String> older = Map.of("passwordId", new UUID(1, 0).toString(), "rootPasswordHash", HASH);

        asked().body(later).put(path(id(machine)) + "/root-password").then().statusCode(200);
        asked().body(later).put(path(id(machine)) + "/root-password").then().statusCode(200);

        asked().body(older).put(path(id(machine)) + "/root-password").then().statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"rootPasswordHash\":\"secret\"}", ""})
    void takesNothingElseForAPassword(String wrong) throws IOException {
        Response machine = made(aMachine());

        asked().body(wrong).put(path(id(machine)) + "/root-password").then().statusCode(400);

        assertThat(run(address(machine), PASSWORD, "whoami").status()).isZero();
    }

    @Test
    void takesNoPasswordForAMachineThatIsNotThere() {
        asked().body(Map.of("rootPasswordHash", hash(NEW)))
                .put(path(anyId()) + "/root-password")
                .then()
                .statusCode(404);
    }

    @Test
    void keepsThePasswordWhenTheTwoDiffer() throws IOException {
        SshAddress address = address(made(aMachine()));

        Answer answer = run(address, PASSWORD, "passwd", OTHER + "\nanother\n");

        assertThat(answer.status()).isEqualTo(1);
        refuses(address, OTHER);
        assertThat(run(address, PASSWORD, "whoami").status()).isZero();
    }

    @Test
    void answersWhoeverTypesInATerminal() throws IOException {
        SshAddress address = address(made(aMachine()));

        try (ClientSession session = open(address, password(PASSWORD))) {
            Answer answer = answer(session.createShellChannel(), "whoamx\u007fi\rexit\r");

            assertThat(answer.out()).contains("root@web.example.org:~# whoamx\b \bi\r\nroot\r\n");
            assertThat(answer.status()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "ls /",
                "cat /etc/passwd",
                "/bin/sh",
                "sh -c whoami",
                "hostname; id",
                "$(id)",
                "scp -t /tmp"
            })
    void runsNothingOfTheHost(String command) throws IOException {
        Answer answer = run(address(made(aMachine())), PASSWORD, command);

        assertThat(answer.status()).isNotZero();
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("Try help.");
    }

    @Test
    void forwardsNothingAndServesNoFiles() throws IOException {
        try (ClientSession session = open(address(made(aMachine())), password(PASSWORD))) {
            SshdSocketAddress anywhere = new SshdSocketAddress("127.0.0.1", 0);

            assertThatThrownBy(() -> session.startRemotePortForwarding(anywhere, anywhere))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> session.createDirectTcpipChannel(anywhere, new SshdSocketAddress("127.0.0.1", 22))
                            .open()
                            .verify(PATIENCE))
                    .isInstanceOf(IOException.class);
            assertThat(answer(session.createSubsystemChannel("sftp"), ""))
                    .isEqualTo(new Answer("", "", TestLogin.NONE));
        }
    }

    @Test
    void endsItsSessionsAndListensNoMoreWhenItStops() throws IOException {
        Response machine = made(aMachine());
        ClientSession session = open(address(machine), password(PASSWORD));

        change(machine, "stop");

        await().untilAsserted(() -> assertThat(session.isOpen()).isFalse());
        assertThatThrownBy(() -> open(address(machine), password(PASSWORD)))
                .hasRootCauseInstanceOf(ConnectException.class);
        change(machine, "start");
        assertThat(run(address(machine), PASSWORD, "whoami").out()).isEqualTo("root\n");
    }

    @Test
    void listensNoMoreWhenItIsDeleted() throws IOException {
        Response machine = made(aMachine());
        open(address(machine), password(PASSWORD)).close();

        asked().delete(path(id(machine))).then().statusCode(204);

        assertThatThrownBy(() -> open(address(machine), password(PASSWORD)))
                .hasRootCauseInstanceOf(ConnectException.class);
    }

    @Test
    void provesItselfWithAKeyOfItsOwn() throws IOException {
        Response machine = made(aMachine());
        SshAddress address = address(machine);
        var shown = hostKey(address, PASSWORD);

        change(machine, "restart");

        assertThat(hostKey(address, PASSWORD)).isEqualTo(shown);
        assertThat(hostKey(address(made(aMachine())), PASSWORD)).isNotEqualTo(shown);
    }

    @Test
    void boundsTheSessionsOfAMachine() throws IOException {
        SshAddress address = address(made(aMachine()));
        List<ClientSession> sessions = new ArrayList<>();
        for (int count = 0; count < 16; count++) {
            sessions.add(open(address, password(PASSWORD)));
        }

        assertThatThrownBy(() -> open(address, password(PASSWORD))).isInstanceOf(IOException.class);

        sessions.removeLast().close();
        await().untilAsserted(() -> open(address, password(PASSWORD)).close());
        for (ClientSession session : sessions) {
            session.close();
        }
    }

    @Test
    void boundsTheAttemptsOfASession() throws IOException {
        SshAddress address = address(made(aMachine()));

        open(address, guesses(9).andThen(password(PASSWORD))).close();
        assertThatThrownBy(() -> open(address, guesses(10).andThen(password(PASSWORD))))
                .isInstanceOf(IOException.class);
    }

    private static void give(Response machine, String password) {
        asked().body(Map.of("rootPasswordHash", hash(password)))
                .put(path(id(machine)) + "/root-password")
                .then()
                .statusCode(200);
    }

    private static Consumer<ClientSession> guesses(int count) {
        return session -> IntStream.range(0, count).forEach(at -> session.addPasswordIdentity("guess" + at));
    }

    private static void refuses(SshAddress address, String guess) {
        assertThatThrownBy(() -> open(address, password(guess))).isInstanceOf(IOException.class);
    }
}
