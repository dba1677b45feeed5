package io.handover.quickstart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.handover.quickstart.client.Client;
import io.handover.quickstart.client.Servers;
import io.handover.quickstart.client.Servers.Deployed;
import io.handover.quickstart.client.Unexpected;
import io.handover.quickstart.stack.Progress;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** Ada opens an account, deploys a server for each way of delivering a password, and lets Bob in to one of them. */
public final class Story {

    static final String MAIL = "mail.example.org";
    private static final String SMS = "sms.example.org";
    private static final String SHOWN = "shown.example.org";
    private static final String KEY = "key.example.org";
    private static final int DELIVERIES = 4;

    private static final String ADA = "ada1";
    private static final String ADAS_PASSWORD = "a long walk along the sea";
    private static final String BOB = "bob1";
    private static final String BOBS_PASSWORD = "bob walks along the sea";

    private final Progress progress;
    private final Client anybody;
    private final Client ada;
    private final Client bob;
    private final Servers servers;
    private final Map<String, String> secrets = new TreeMap<>();

    /** A story that is told on one installation, where neither Ada nor Bob has been. */
    public Story(URI gateway, URI inbox, Progress progress) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        this.progress = progress;
        anybody = Client.of(http, gateway);
        ada = anybody.as(ADA, ADAS_PASSWORD);
        bob = anybody.as(BOB, BOBS_PASSWORD);
        servers = new Servers(ada, Client.of(http, inbox));
    }

    /** Tells all of it, or throws what is {@link Unexpected}. */
    public void tell() {
        openAccount();
        addMember();
        makeToken();
        Deployed mailed = deployWithMail();
        deployWithSms();
        deployShown(mailed);
        deployWithKey();
        letBobIn(mailed);
        showDeliveries();
    }

    /** What must not be found afterwards, by a name that can be shown. */
    Map<String, String> secrets() {
        return Map.copyOf(secrets);
    }

    private void openAccount() {
        secrets.put("Ada's password", ADAS_PASSWORD);
        String body = """
                {"username":"%s","password":"%s","email":"ada@example.org","phone":"+358.401234567"}""".formatted(ADA, ADAS_PASSWORD);
        anybody.post("/v1/accounts", body, 201);
        progress.say("Ada opens an account");
    }

    private void addMember() {
        secrets.put("Bob's password", BOBS_PASSWORD);
        String body = """
                {"sub_account":{"username":"%s","password":"%s","email":"bob@example.org","phone":"+358.401234568",
                 "language":"en","timezone":"UTC","allow_api":"yes"}}""".formatted(BOB, BOBS_PASSWORD);
        ada.post("/1.3/account/sub", body, 204);
        progress.say("Bob becomes a member of it");
    }

    private void makeToken() {
        JsonNode made = ada.post("/1.3/account/tokens", "{\"name\":\"ci\",\"expires_in\":\"1h\"}", 201);
        String token = made.path("token").asText();
        secrets.put("Ada's API token", token);
        JsonNode account = anybody.with(token).get("/1.3/account").path("account");
        check(account.path("username").asText().equals(ADA), "an API token signs in as somebody else");
        progress.say("An API token of Ada's signs in, too");
    }

    private Deployed deployWithMail() {
        Duration asked = progress.elapsed();
        Deployed server = servers.deploy(MAIL, deliveredBy("email"));
        String password = servers.delivered("email", MAIL);
        double seconds = progress.elapsed().minus(asked).toMillis() / 1000.0;
        logIn(server, password, "mailed to ada@example.org %.1f s after the request".formatted(seconds));
        return server;
    }

    private void deployWithSms() {
        Deployed server = servers.deploy(SMS, deliveredBy("sms"));
        logIn(server, servers.delivered("sms", SMS), "texted to Ada's phone");
    }

    private void deployShown(Deployed other) {
        Deployed server = servers.deploy(SHOWN, deliveredBy("none"));
        String othersPassword = secrets.getOrDefault(passwordOf(other), "");
        check(server.shell().refuses(othersPassword), SHOWN + " lets in another server's password");
        logIn(server, server.shown(), "shown in the answer, and nowhere else");
        replacePassword(server);
    }

    private void replacePassword(Deployed server) {
        secrets.put("the first root password of " + server, server.shown());
        ada.post("/v1/servers/" + server.id() + "/password", "{\"method\":\"email\"}", 202);
        String password = servers.delivered("email", SHOWN);
        check(server.shell().refuses(server.shown()), SHOWN + " lets in its old password");
        logIn(server, password, "replaced, and mailed");
    }

    private void deployWithKey() {
        KeyPair key = newKey();
        String login = """
                "login_user":{"create_password":"no","ssh_keys":{"ssh_key":["%s"]}}""".formatted(PublicKeyEntry.toString(key.getPublic()));
        Deployed server = servers.deploy(KEY, login);
        check(server.shell().hostname(key).equals(KEY), KEY + " is another server");
        progress.say("%-17s  has a key and no password: logged in to %s".formatted(KEY, server.shell()));
    }

    private void logIn(Deployed server, String password, String way) {
        secrets.put(passwordOf(server), password);
        check(server.shell().hostname(password).equals(server.hostname()), server + " is another server");
        progress.say("%-17s  password %s: logged in to %s".formatted(server, way, server.shell()));
    }

    private void letBobIn(Deployed server) {
        String path = "/1.3/server/" + server.id();
        ada.post("/1.3/tag", "{\"tag\":{\"name\":\"dev\"}}", 200);
        String permission = """
                {"permission":{"user":"%s","target_type":"tag_access","target_identifier":"dev"}}""".formatted(BOB);
        ada.post("/1.3/permission/grant", permission, 200);
        int before = countForBob();
        ada.post(path + "/tag/dev", "", 200);
        int tagged = countForBob();
        check(tagged == 1 && bob.statusOf(path) == 200, "Bob does not see what a tag grants him");
        ada.post(path + "/untag/dev", "", 200);
        int after = countForBob();
        check(before == 0 && after == 0 && bob.statusOf(path) == 403, "Bob sees what nothing grants him");
        progress.say("Bob, who may see what is tagged \"dev\", sees %d servers; with the tag on %s %d; without it %d"
                .formatted(before, server, tagged, after));
    }

    private int countForBob() {
        return bob.get("/1.3/server").path("servers").path("server").size();
    }

    private void showDeliveries() {
        JsonNode deliveries = Client.await("The end of each delivery", this::endedDeliveries);
        progress.say("What is left of the passwords, GET /v1/deliveries:");
        deliveries.forEach(delivery -> progress.add(line(delivery)));
        boolean silent = secrets.values().stream().noneMatch(deliveries.toString()::contains);
        check(silent, "a delivery record holds a secret");
    }

    private Optional<JsonNode> endedDeliveries() {
        JsonNode deliveries = ada.get("/v1/deliveries").path("deliveries");
        long ended = StreamSupport.stream(deliveries.spliterator(), false)
                .map(delivery -> delivery.path("state").asText())
                .filter(state -> state.equals("shown") || state.equals("delivered"))
                .count();
        return Optional.of(deliveries).filter(all -> all.size() == DELIVERIES && ended == DELIVERIES);
    }

    private static String line(JsonNode delivery) {
        String states = StreamSupport.stream(delivery.path("states").spliterator(), false)
                .map(state -> state.path("state").asText() + " "
                        + timeOfDay(state.path("at").asText()))
                .collect(Collectors.joining(", "));
        return "%-17s  %-5s  %-18s  %s"
                .formatted(
                        delivery.path("hostname").asText(),
                        delivery.path("method").asText(),
                        delivery.path("recipient").asText("-"),
                        states);
    }

    /** To the millisecond. */
    private static String timeOfDay(String instant) {
        return instant.replaceFirst("^.*T(.{12}).*$", "$1");
    }

    private static String deliveredBy(String method) {
        return "\"password_delivery\":\"" + method + "\"";
    }

    private static String passwordOf(Deployed server) {
        return "the root password of " + server;
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

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new Unexpected("This must not be: " + otherwise + ".");
        }
    }
}
