package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The packaged gateway has the documents of this release inside. */
@ExtendWith(RunningStack.class)
class DocumentIT {

    @Test
    void showsWhatEveryServiceAnswers(RunningStack stack) {
        Response answer = stack.api().get(Caller.NOBODY, "/openapi?format=json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<Map<String, Object>>path("paths"))
                .containsKeys("/1.3/account", "/1.3/permission", "/1.3/server", "/v1/deliveries");
    }
}
