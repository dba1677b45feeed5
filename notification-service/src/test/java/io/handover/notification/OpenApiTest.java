package io.handover.notification;

import io.handover.test.openapi.CheckedInDocument;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

    @Test
    void isTheOneCheckedIn() {
        CheckedInDocument.isCurrent("notification-service");
    }
}
