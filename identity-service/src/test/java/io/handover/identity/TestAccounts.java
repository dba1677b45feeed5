package io.handover.identity;

import static io.restassured.RestAssured.given;

import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Accounts and members that really exist, made through the API. */
public final class TestAccounts {

    public static final String PASSWORD = "a long walk along the sea";

    private TestAccounts() {}

    public static Caller open() {
        String username = unique("ada");
        Response answer = signUp(Map.of(
                "username", username, "password", PASSWORD, "email", "ada@example.org", "phone", "+358.401234567"));
        UUID id = UUID.fromString(answer.then().statusCode(201).extract().path("id"));
        return new Caller(id, id, username, true, Optional.empty(), true);
    }

    public static Response signUp(Object body) {
        return given().contentType("application/json").body(body).post("/v1/accounts");
    }

    /** A member of whom only the name is known: enough for a path. */
    public static String addMember(Caller main) {
        String username = unique("bob");
        String body = """
                {"sub_account":{"username":"%s","password":"%s","email":"bob@example.org","phone":"+358401234568",
                 "language":"en","timezone":"UTC","allow_api":"yes","allow_gui":"no","state":"","vat_number":"",
                 "server_access":{"server":[]},"storage_access":{"storage":null},"ip_filters":{"ip_filter":[]}}}""".formatted(username, PASSWORD);
        as(main).body(body).post("/1.3/account/sub").then().statusCode(204);
        return username;
    }

    public static RequestSpecification as(Caller caller) {
        return given().header("Authorization", TestCallers.bearer(caller)).contentType("application/json");
    }

    public static Response session(String authorization, String clientAddress) {
        return given().header("Authorization", authorization)
                .header("Handover-Client-Address", clientAddress)
                .post("/v1/sessions");
    }

    public static String basic(String username, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** The caller that a session was opened for. */
    public static Caller callerOf(Response session, String username) {
        return new Caller(
                UUID.fromString(session.path("account_id")),
                UUID.fromString(session.path("user_id")),
                username,
                session.path("account_id").equals(session.path("user_id")),
                Optional.empty(),
                true);
    }

    public static Caller member(String username) {
        return callerOf(session(basic(username, PASSWORD), "10.0.0.1"), username);
    }

    public static String unique(String name) {
        return name + UUID.randomUUID().toString().substring(0, 8);
    }
}
