package io.handover.quickstart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.handover.quickstart.stack.Progress;
import io.handover.quickstart.stack.Stack;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** Ada opens an account, deploys a server for each way of delivering a password, and lets Bob in to one of them. */
final class Story {

    static final String MAIL = "mail.example.org";
    private static final String SMS = "sms.example.org";
    private static final String SHOWN = "shown.example.org";
    private static final String KEY = "key.example.org";

    private static final String ADA = "ada1";
    private static final String ADAS_PASSWORD = "a long walk along the sea";
    private static final String BOB = "bob1";
    private static final String BOBS_PASSWORD = "bob walks along the sea";
    private static final String UBUNTU = "01000000-0000-4000-8000-000030240200";

    private final Progress progress;
    private final Client anybody;
    private final Client ada;
    private final Client bob;
    private final Client inbox;
    private final Map<String, String> secrets = new TreeMap<>();
    private final Map<String, String> hostnames = new TreeMap<>();

    Story(Stack stack, Progress progress) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        this.progress = progress;
        anybody = Client.of(http, stack.gateway());
        ada = anybody.as(ADA, ADAS_PASSWORD);
        bob = anybody.as(BOB, BOBS_PASSWORD);
        inbox = Client.of(http, stack.inbox());
    }

    /** What must not be found afterwards, by a name that can be shown. */
    Map<String, String> secrets() {
        return Map.copyOf(secrets);
    }

    void tell() {
        openAccount();
        addMember();
        makeToken();
        deployWithMail();
        deployWithSms();
        deployShown();
        deployWithKey();
        letBobIn();
        showDeliveries();
    }

    private void openAccount() {
        secrets.put("Ada's password", ADAS_PASSWORD);
        anybody.post("/v1/accounts", """
                {"username":"%s","password":"%s","email":"ada@example.org","phone":"+358.401234567"}""".formatted(ADA, ADAS_PASSWORD), 201);
        progress.say("Ada opens an account");
    }

    private void addMember() {
        secrets.put("Bob's password", BOBS_PASSWORD);
        ada.post("/1.3/account/sub", """
                {"sub_account":{"username":"%s","password":"%s","email":"bob@example.org","phone":"+358.401234568",
                 "language":"en","timezone":"UTC","allow_api":"yes"}}""".formatted(BOB, BOBS_PASSWORD), 204);
        progress.say("Bob becomes a member of it");
    }

    private void makeToken() {
        JsonNode made = ada.post("/1.3/account/tokens", "{\"name\":\"ci\",\"expires_in\":\"1h\"}", 201);
        String token = made.path("token").asText();
        secrets.put("Ada's API token", token);
        String user = anybody.with(token)
                .get("/1.3/account")
                .path("account")
                .path("username")
                .asText();
        check(user.equals(ADA), "the token signs in as " + user);
        progress.say("An API token of Ada's signs in, too");
    }

    private void deployWithMail() {
        Instant asked = Instant.now();
        String server = deploy(MAIL, withPassword("email"));
        String password = passwordIn(message("email", MAIL));
        Duration taken = Duration.between(asked, Instant.now());
        logIn(server, MAIL, password, "mailed to ada@example.org %.1f s after the request".formatted(seconds(taken)));
    }

    private void deployWithSms() {
        String server = deploy(SMS, withPassword("sms"));
        logIn(server, SMS, passwordIn(message("sms", SMS)), "texted to Ada's phone");
    }

    private void deployShown() {
        JsonNode answer = ada.post("/1.3/server", body(SHOWN, withPassword("none")), 202);
        String server = started(SHOWN, answer);
        String password = answer.path("server").path("password").asText();
        check(access(server).refuses(secrets.getOrDefault(passwordOf(MAIL), "")), SHOWN + " lets in other passwords");
        logIn(server, SHOWN, password, "shown in the answer, and nowhere else");
    }

    private void deployWithKey() {
        KeyPair key = newKey();
        String server = deploy(KEY, """
                "login_user":{"create_password":"no","ssh_keys":{"ssh_key":["%s"]}}""".formatted(PublicKeyEntry.toString(key.getPublic())));
        Shell shell = access(server);
        check(shell.hostname(key).equals(KEY), KEY + " is another server");
        progress.say("%-17s  has a key and no password: logged in to %s".formatted(KEY, shell));
    }

    private void letBobIn() {
        String server = hostnames.getOrDefault(MAIL, "");
        int before = serversOfBob();
        ada.post("/1.3/tag", "{\"tag\":{\"name\":\"dev\"}}", 200);
        ada.post("/1.3/permission/grant", """
                {"permission":{"user":"%s","target_type":"tag_access","target_identifier":"dev"}}""".formatted(BOB), 200);
        int granted = serversOfBob();
        ada.post("/1.3/server/" + server + "/tag/dev", "", 200);
        int tagged = serversOfBob();
        int read = bob.statusOf("/1.3/server/" + server);
        ada.post("/1.3/server/" + server + "/untag/dev", "", 200);
        int untagged = serversOfBob();
        progress.say("Bob, who may see what is tagged \"dev\", sees %d servers; with the tag on %s %d; without it %d"
                .formatted(granted, MAIL, tagged, untagged));
        check(before == 0 && granted == 0 && tagged == 1 && read == 200 && untagged == 0, "Bob sees what he must not");
        check(bob.statusOf("/1.3/server/" + server) == 403, "Bob reads what he may not see");
    }

    private void showDeliveries() {
        JsonNode deliveries = Client.await("The end of each delivery", this::endedDeliveries);
        progress.say("What is left of the passwords, GET /v1/deliveries:");
        deliveries.forEach(delivery -> progress.add(line(delivery)));
        check(deliveries.size() == 3, "there are " + deliveries.size() + " delivery records instead of 3");
        boolean silent = secrets.values().stream().noneMatch(deliveries.toString()::contains);
        check(silent, "a delivery record holds a secret");
    }

    private Optional<JsonNode> endedDeliveries() {
        JsonNode deliveries = ada.get("/v1/deliveries").path("deliveries");
        boolean ended = StreamSupport.stream(deliveries.spliterator(), false)
                .map(delivery -> delivery.path("state").asText())
                .allMatch(state -> state.equals("shown") || state.equals("delivered"));
        return Optional.of(deliveries).filter(all -> ended && !all.isEmpty());
    }

    private static String line(JsonNode delivery) {
        String states = StreamSupport.stream(delivery.path("states").spliterator(), false)
                .map(state -> state.path("state").asText() + " "
                        + state.path("at").asText().replaceFirst("^.*T(.{12}).*$", "$1"))
                .collect(Collectors.joining(", "));
        return "%-17s  %-5s  %-18s  %s"
                .formatted(
                        delivery.path("hostname").asText(),
                        delivery.path("method").asText(),
                        delivery.path("recipient").asText("-"),
                        states);
    }

    private String deploy(String hostname, String access) {
        return started(hostname, ada.post("/1.3/server", body(hostname, access), 202));
    }

    private String started(String hostname, JsonNode answer) {
        String server = answer.path("server").path("uuid").asText();
        hostnames.put(hostname, server);
        return Client.await(
                "The start of " + hostname,
                () -> Optional.of(ada.get("/1.3/server/" + server)
                                .path("server")
                                .path("state")
                                .asText())
                        .filter("started"::equals)
                        .map(state -> server));
    }

    private void logIn(String server, String hostname, String password, String way) {
        secrets.put(passwordOf(hostname), password);
        Shell shell = access(server);
        check(shell.hostname(password).equals(hostname), hostname + " is another server");
        progress.say("%-17s  password %s: logged in to %s".formatted(hostname, way, shell));
    }

    private Shell access(String server) {
        JsonNode ssh = ada.get("/v1/servers/" + server + "/access").path("ssh");
        return new Shell(
                ssh.path("host").asText(),
                ssh.path("port").asInt(),
                ssh.path("user").asText());
    }

    private String message(String channel, String hostname) {
        return Client.await(
                "The password of " + hostname,
                () -> StreamSupport.stream(inbox.get("/messages").spliterator(), false)
                        .filter(message -> message.path("channel").asText().equals(channel))
                        .map(message -> message.path("body").asText())
                        .filter(text -> text.contains(hostname))
                        .findFirst());
    }

    /** It stands alone on a line, after two spaces. */
    private static String passwordIn(String message) {
        return message.lines()
                .filter(line -> line.matches("  \\S{20,}"))
                .map(String::strip)
                .findFirst()
                .orElseThrow(() -> new DemoFailed("There is no password in a message."));
    }

    private int serversOfBob() {
        return bob.get("/1.3/server").path("servers").path("server").size();
    }

    private static String passwordOf(String hostname) {
        return "root password of " + hostname;
    }

    private static String withPassword(String delivery) {
        return "\"password_delivery\":\"" + delivery + "\"";
    }

    private static String body(String hostname, String access) {
        return """
                {"server":{"hostname":"%s","title":"%s","zone":"fi-hel1","plan":"1xCPU-1GB",%s,
                 "storage_devices":{"storage_device":[{"action":"clone","storage":"%s","title":"os","size":25}]}}}""".formatted(hostname, hostname, access, UBUNTU);
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new DemoFailed("This must not be: " + otherwise + ".");
        }
    }
}
