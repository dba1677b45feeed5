package io.handover.gateway.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.gateway.TestUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WithdrawalTest {

    private final TestUser ada = TestUser.anAccount();

    @Test
    void answersWhatIsInForceEverywhere() {
        Response answer = withdraw("/1.3/permission/revoke", "permission.permission.v1=5");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<String>path("service")).isEqualTo("permission");
        assertThat(answer.header("Handover-Account-Withdrawn")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "permission", "provisioning", "notification"})
    void answersNothingBeforeEachServiceKnows(String service) {
        String key = UUID.randomUUID().toString();
        CompletableFuture<Response> answer =
                CompletableFuture.supplyAsync(() -> withdraw("/1.3/account/sub/bob", service + "=" + key));

        assertThat(ada.request().get("/1.3/server").statusCode())
                .as("others go on")
                .isEqualTo(200);
        assertThat(answer).isNotDone();
        TestUser.open(key);

        assertThat(answer.join().statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatItIsDoneButMayNotBeInForce() {
        Response answer = withdraw("/1.3/account/sub/bob", "notification=never");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.header("Retry-After")).isNull();
        assertThat(answer.<String>path("error.error_code")).isEqualTo("SERVICE_ERROR");
        assertThat(answer.<String>path("error.error_message")).startsWith("It is done");
    }

    private Response withdraw(String path, String versions) {
        return ada.request().queryParam("withdrawn", versions).delete(path);
    }
}
