package io.handover.system;

import io.handover.quickstart.client.Client;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/** Somebody who cannot be mistaken for anybody else, with everything that Handover is told of them. */
final class Person {

    private static final String PASSWORD = "tulips in the early morning";

    private final URI gateway;
    private final String mark = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41), 36);
    private final String digits = "" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
    private final String memberDigits = "" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
    private final String address;

    Person(URI gateway) {
        this.gateway = gateway;
        this.address = anAddress();
    }

    /** What is searched for, by what it is. The address is left out where a machine has but one of its own. */
    Map<String, String> traces() {
        Map<String, String> traces = new TreeMap<>(Map.of(
                "user name", username(),
                "e-mail", email(),
                "phone", digits,
                "name", name(),
                "street", street(),
                "member", member(),
                "member's e-mail", memberEmail(),
                "member's phone", memberDigits,
                "host name", hostname(),
                "tag", tag()));
        if (!address.equals("127.0.0.1")) {
            traces.put("address", address);
        }
        return traces;
    }

    /** Signs up. */
    HttpResponse<String> signUp() throws IOException, InterruptedException {
        return send("", "POST", "/v1/accounts", """
                {"username":"%s","password":"%s","email":"%s","phone":"+358.40%s","first_name":"Ottilie",
                 "last_name":"%s","address":"%s","city":"Helsinki","postal_code":"00100","country":"FIN"}""".formatted(username(), PASSWORD, email(), digits, name(), street()));
    }

    /** Adds a member. */
    HttpResponse<String> addMember() throws IOException, InterruptedException {
        return send("POST", "/1.3/account/sub", """
                {"sub_account":{"username":"%s","password":"%s","email":"%s","phone":"+358.40%s","language":"en",
                 "timezone":"UTC","allow_api":"yes"}}""".formatted(member(), PASSWORD, memberEmail(), memberDigits));
    }

    /** With the account's own password. */
    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return send(Client.basic(username(), PASSWORD), method, path, body);
    }

    /** The same for the member. */
    HttpResponse<String> sendAsMember(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(Client.basic(member(), PASSWORD), method, path, body);
    }

    /** With a password that is not right. */
    HttpResponse<String> sendWrongly() throws IOException, InterruptedException {
        return send(Client.basic(username(), "nearly it"), "GET", "/1.3/account", "");
    }

    String username() {
        return "ottilie" + mark;
    }

    String email() {
        return mark + ".zwaluw@example.org";
    }

    String member() {
        return "zebedee" + mark;
    }

    String hostname() {
        return "h" + mark + ".example.org";
    }

    String tag() {
        return "t" + mark;
    }

    private String memberEmail() {
        return mark + ".zebedee@example.org";
    }

    private String name() {
        return "Zwaluw-" + mark;
    }

    private String street() {
        return mark + " Tulip Street";
    }

    private HttpResponse<String> send(String authorization, String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gateway.resolve(path)).method(method, BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try (HttpClient client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(address))
                .build()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    /** One of the sixteen million of loopback; where there is only one, that. */
    private static String anAddress() {
        var random = ThreadLocalRandom.current();
        String any =
                "127.%d.%d.%d".formatted(random.nextInt(101, 250), random.nextInt(101, 250), random.nextInt(101, 250));
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(any))) {
            return socket.getInetAddress().getHostAddress();
        } catch (IOException onlyOne) {
            return "127.0.0.1";
        }
    }
}
