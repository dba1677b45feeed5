package io.handover.system;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;

/** The gateway, as a client sees it. */
record Api(URI gateway) {

    Response send(Caller caller, String method, String path, String body) {
        RequestSpecification request = as(caller);
        if (body.isEmpty()) {
            // Otherwise the library says that nothing is a form.
            request.noContentType();
        } else {
            request.contentType("application/json").body(body);
        }
        return request.request(method, gateway.resolve(path));
    }

    Response get(Caller caller, String path) {
        return send(caller, "GET", path, "");
    }

    Response post(Caller caller, String path, String body) {
        return send(caller, "POST", path, body);
    }

    /** A request that may be repeated with the same key. */
    Response post(Caller caller, String path, String body, String idempotencyKey) {
        return as(caller)
                .header("Idempotency-Key", idempotencyKey)
                .contentType("application/json")
                .body(body)
                .post(gateway.resolve(path));
    }

    private static RequestSpecification as(Caller caller) {
        RequestSpecification request = given().urlEncodingEnabled(false);
        return caller.equals(Caller.NOBODY) ? request : request.header("Authorization", caller.authorization());
    }
}
