package io.handover.notification.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.Topics;
import io.handover.events.notification.DeliveryEvent;
import io.handover.events.notification.PasswordBounced;
import io.handover.notification.TestHandover;
import io.handover.test.topic.TestTopic;
import io.restassured.response.Response;
import java.util.List;

/** What is to be seen of a delivery whose message came back, and of one whose message did not. */
final class Returned {

    private static final TestTopic<DeliveryEvent> TOPIC = new TestTopic<>(Topics.NOTIFICATION_DELIVERY);

    private Returned() {}

    /** Once, whatever was said since. */
    static PasswordBounced assertBounced(TestHandover handover, String reason) {
        Response record = handover.recordIn("bounced");
        assertThat(record.<String>path("reason")).isEqualTo(reason);
        assertThat(record.<List<String>>path("states.state"))
                .containsExactly("awaiting", "sending", "delivered", "bounced");
        assertThat(record.<String>path("provider_message_id")).isNotNull();
        assertThat(record.<String>path("advice")).contains("POST /v1/servers/" + handover.serverId() + "/password");
        assertThat(record.asString()).doesNotContain(handover.password());
        PasswordBounced event = heard(handover);
        assertThat(event.reason()).isEqualTo(reason);
        return event;
    }

    static void assertNothingHappened(TestHandover handover) {
        Response record = handover.record();
        assertThat(record.<String>path("state")).isEqualTo("delivered");
        assertThat(record.<String>path("advice")).isNull();
        assertThat(record.<List<String>>path("states.state")).containsExactly("awaiting", "sending", "delivered");
    }

    private static PasswordBounced heard(TestHandover handover) {
        TOPIC.hear(PasswordBounced.class, event -> event.deliveryId().equals(handover.deliveryId()));
        List<PasswordBounced> all = TOPIC.heard().stream()
                .filter(PasswordBounced.class::isInstance)
                .map(PasswordBounced.class::cast)
                .filter(event -> event.deliveryId().equals(handover.deliveryId()))
                .toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
