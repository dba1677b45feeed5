package io.handover.sandbox;

import static io.restassured.RestAssured.given;

import io.handover.sandbox.ssh.SshAddress;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.digest.Sha2Crypt;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Machines and disks that really exist, made through the API. */
public final class TestMachines {

    public static final String PASSWORD = "a long walk along the sea";
    public static final String HASH = hash(PASSWORD);

    private TestMachines() {}

    public static RequestSpecification asked() {
        String token = ConfigProvider.getConfig().getValue("handover.sandbox.token", String.class);
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    public static UUID anyId() {
        return UUID.randomUUID();
    }

    public static UUID disk() {
        UUID id = anyId();
        asked().body("{\"sizeGib\":25,\"source\":null}")
                .put("/v1/disks/" + id)
                .then()
                .statusCode(204);
        return id;
    }

    /** The body of a machine that is as it should be. */
    public static Map<String, @Nullable Object> aMachine() {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("hostname", "web.example.org");
        body.put("cores", 1);
        body.put("memoryMib", 1024);
        body.put("disks", List.of());
        body.put("rootPasswordHash", HASH);
        body.put("sshKeys", List.of());
        return body;
    }

    /** The same, but for one field. */
    public static Map<String, @Nullable Object> aMachine(String field, @Nullable Object value) {
        var body = aMachine();
        body.put(field, value);
        return body;
    }

    public static Response put(UUID id, Object body) {
        return asked().body(body).put(path(id));
    }

    /** Makes a machine, which is to work. */
    public static Response made(Map<String, @Nullable Object> body) {
        Response answer = put(anyId(), body);
        answer.then().statusCode(200);
        return answer;
    }

    public static Response change(Response machine, String change) {
        return asked().post(path(id(machine)) + "/" + change);
    }

    public static Response change(Response machine, String change, String how) {
        return asked().body(how).post(path(id(machine)) + "/" + change);
    }

    public static String path(UUID id) {
        return "/v1/machines/" + id;
    }

    public static UUID id(Response machine) {
        return UUID.fromString(machine.path("id"));
    }

    public static SshAddress address(Response machine) {
        return new SshAddress(machine.path("ssh.host"), machine.<Integer>path("ssh.port"));
    }

    public static String hash(String password) {
        return Sha2Crypt.sha512Crypt(password.getBytes(StandardCharsets.UTF_8));
    }
}
