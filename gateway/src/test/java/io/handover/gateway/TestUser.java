package io.handover.gateway;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A user whom the fake identity-service knows.
 *
 * @param name {@code ada...} for an account, {@code bob....ada...} for a member of it
 */
public record TestUser(String name) {

    public static TestUser anAccount() {
        return new TestUser("ada" + UUID.randomUUID());
    }

    public static TestUser named(String name) {
        return new TestUser(name);
    }

    public TestUser member() {
        return new TestUser("bob" + UUID.randomUUID() + "." + name);
    }

    public UUID userId() {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public UUID accountId() {
        return named(name.substring(name.indexOf('.') + 1)).userId();
    }

    public String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public String bearer() {
        return "Bearer ucat_" + name;
    }

    /** A request of theirs, with a credential that is good. */
    public RequestSpecification request() {
        return given().header("Authorization", basic("right"));
    }

    /** Their access token as the service saw it on one more request. */
    public String token() {
        return request().get("/1.3/permission").then().statusCode(200).extract().path("headers.authorization");
    }

    /** From now on no credential of theirs is good. */
    public void revoke() {
        control("revoke", name);
    }

    /** Lets the check of their credential go on that is held. */
    public void release() {
        control("open", name);
    }

    /** How often identity-service was asked for a session. */
    public int asked() {
        return Integer.parseInt(control("asked", name));
    }

    /** How many bytes a neighbour sent under their name; negative once it could send no more. */
    public long sent() {
        return Long.parseLong(control("sent", name));
    }

    /** Lets whatever waits for a key go on. */
    public static void open(String key) {
        control("open", key);
    }

    private static String control(String what, String key) {
        String identity = ConfigProvider.getConfig().getValue("handover.gateway.upstreams.identity", String.class);
        return given().get(identity + "/control/" + what + "?key=" + key).asString();
    }
}
