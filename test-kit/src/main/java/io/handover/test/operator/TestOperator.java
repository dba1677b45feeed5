package io.handover.test.operator;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** An operator of the service under test, who deals with its dead letters. */
public final class TestOperator {

    /** What the service knows operators by. */
    public static final String TOKEN = "the-operators-token-in-tests";

    private TestOperator() {}

    /** All that is put aside. */
    public static Response list() {
        return operator().get(letters(""));
    }

    /** The dead letter of a key that others wait behind, if there is one. */
    public static Optional<Map<String, @Nullable Object>> find(String topic, String key) {
        return list()
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, @Nullable Object>>getList("dead_letters")
                .stream()
                .filter(letter -> topic.equals(letter.get("topic")) && key.equals(letter.get("key")))
                .findFirst();
    }

    /** The same, which must come. */
    public static Map<String, @Nullable Object> await(String topic, String key) {
        return Awaitility.await()
                .until(() -> find(topic, key), Optional::isPresent)
                .orElseThrow();
    }

    /** Has one applied, and what waits behind it. */
    public static Response replay(@Nullable Object id) {
        return operator().post(letters("/" + id + "/replay"));
    }

    /** Passes over one for good. */
    public static Response drop(@Nullable Object id) {
        return operator().delete(letters("/" + id));
    }

    /** Where dead letters are, for requests of others. */
    public static URI letters(String path) {
        String management = ConfigProvider.getConfig().getValue("test.management.url", String.class);
        return URI.create(management).resolve("/q/dead-letters" + path);
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + TOKEN);
    }
}
