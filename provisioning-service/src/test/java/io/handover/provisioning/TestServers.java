package io.handover.provisioning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Servers that really exist, made through the API. */
public final class TestServers {

    public static final String PATH = "/1.3/server";
    public static final String UBUNTU = "01000000-0000-4000-8000-000030240200";

    private TestServers() {}

    /** A request by somebody. */
    public static RequestSpecification as(Caller caller) {
        return given().header("Authorization", TestCallers.bearer(caller)).contentType("application/json");
    }

    /** A body that asks for a server with a disk of a size, whose password is shown. */
    public static String body(String hostname, int size) {
        return body(hostname, "\"password_delivery\":\"none\"," + disk(size));
    }

    /** A body that asks for a server of one core. */
    public static String body(String hostname, String more) {
        return """
                {"server":{"hostname":"%s","title":"web","zone":"fi-hel1","plan":"1xCPU-1GB",%s}}""".formatted(hostname, more);
    }

    /** A member of the server object: one disk from a public template. */
    public static String disk(int size) {
        return """
                "storage_devices":{"storage_device":[{"action":"clone","storage":"%s","title":"os","size":%d}]}""".formatted(UBUNTU, size);
    }

    /** Asks for a server. */
    public static Response request(Caller caller, String body) {
        FakeSandbox.sandbox();
        return as(caller).body(body).post(PATH);
    }

    /** The id of a new server whose deployment goes on. */
    public static String requested(Caller caller, String hostname) {
        Response answer = request(caller, body(hostname, 25));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return answer.path("server.uuid");
    }

    /** The id of a new server that runs. */
    public static String deployed(Caller caller, String hostname) {
        String id = requested(caller, hostname);
        awaitState(caller, id, "started");
        return id;
    }

    /** The id of a new server that was stopped. */
    public static String stopped(Caller caller, String hostname) {
        String id = deployed(caller, hostname);
        as(caller).post(PATH + "/" + id + "/stop").then().statusCode(200);
        awaitState(caller, id, "stopped");
        return id;
    }

    /** Waits for a state. */
    public static void awaitState(Caller caller, String id, String state) {
        await().untilAsserted(() ->
                assertThat(details(caller, id).<String>path("server.state")).isEqualTo(state));
    }

    /** What is shown of a server. */
    public static Response details(Caller caller, String id) {
        return as(caller).get(PATH + "/" + id);
    }

    /** Asserts the code of a refusal. */
    public static void refusedAs(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("error.error_code")).isEqualTo(code);
    }
}
