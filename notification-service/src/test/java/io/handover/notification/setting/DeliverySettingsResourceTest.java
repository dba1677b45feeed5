package io.handover.notification.setting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DeliverySettingsResourceTest {

    private static final String PATH = "/v1/delivery-settings";

    private final Caller ada = TestCallers.anAccount();

    @Test
    void asksForNothingUnlessTold() {
        assertThat(rotates(as(ada).get(PATH))).isFalse();
    }

    @Test
    void keepsWhatItIsTold() {
        assertThat(rotates(put("true"))).isTrue();
        assertThat(rotates(as(ada).get(PATH))).isTrue();
        assertThat(rotates(as(TestCallers.anAccount()).get(PATH))).isFalse();

        assertThat(rotates(put("false"))).isFalse();
        assertThat(rotates(as(ada).get(PATH))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"true\"", "1", "[]", "{}"})
    void refusesWhatIsNeitherTrueNorFalse(String value) {
        Response refused = put(value);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("type")).isEqualTo("urn:handover:problem:rotate-on-bounce-invalid");
        assertThat(refused.<String>path("errors[0].name")).isEqualTo("rotate_on_bounce");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "true", "", "null", "{\"rotate_on_bounce\":"})
    void refusesBodiesWithoutIt(String body) {
        assertThat(as(ada).contentType("application/json").body(body).put(PATH).statusCode())
                .isEqualTo(400);
    }

    @Test
    void isTheMainAccountsAlone() {
        Caller bob = TestCallers.aMemberOf(ada);

        assertThat(as(bob).get(PATH).statusCode()).isEqualTo(403);
        assertThat(as(bob).contentType("application/json")
                        .body("{\"rotate_on_bounce\":true}")
                        .put(PATH)
                        .statusCode())
                .isEqualTo(403);
        assertThat(given().get(PATH).statusCode()).isEqualTo(401);
        assertThat(rotates(as(ada).get(PATH))).isFalse();
    }

    private Response put(String value) {
        return as(ada).contentType("application/json")
                .body("{\"rotate_on_bounce\":" + value + "}")
                .put(PATH);
    }

    private static boolean rotates(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.path("rotate_on_bounce");
    }

    private static RequestSpecification as(Caller caller) {
        return given().header("Authorization", TestCallers.bearer(caller));
    }
}
