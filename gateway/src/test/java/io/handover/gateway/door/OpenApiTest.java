package io.handover.gateway.door;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OpenApiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/1.3/account", "/1.3/permission/grant", "/1.3/server/{id}", "/1.3/storage", "/v1/deliveries"})
    void showsTheServicesAsOneDocument(String path) {
        given().queryParam("format", "json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("paths", hasKey(path));
    }

    @Test
    void answersYamlToWhoAsksForNothingElse() {
        given().get("/openapi").then().statusCode(200).body(containsString("openapi: \"3.1"));
    }

    /** A client that sends one gets its next answer on the same connection. */
    @Test
    void readsABodyThatNobodyAskedFor() {
        for (int i = 0; i < 2; i++) {
            given().body("x".repeat(100_000)).get("/openapi").then().statusCode(200);
        }
    }

    @Test
    void refusesToChangeIt() {
        given().put("/openapi").then().statusCode(404).contentType(containsString("json"));
    }
}
