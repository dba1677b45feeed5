package io.handover.test.notebook;

import static io.restassured.RestAssured.given;

import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the notebook's tests ask of it and of its database. */
final class Requests {

    private Requests() {}

    static RequestSpecification as(Caller caller) {
        return given().header("Authorization", TestCallers.bearer(caller)).contentType("application/json");
    }

    static Response say(Caller caller, int count) {
        return as(caller)
                .body("{\"count\":%d,\"refused\":false}".formatted(count))
                .post("/v1/tokens");
    }

    static List<String> notes(Caller caller) {
        return as(caller).get("/v1/notes").then().statusCode(200).extract().path("$");
    }

    static Connection database() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }
}
