package io.handover.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.identity.AccountClosed;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TopicTest {

    @Test
    void namesAnEventByPublisherRecordAndMajorVersion() {
        assertThat(Topics.IDENTITY_ACCOUNT.typeOf(new AccountClosed(UUID.randomUUID())))
                .isEqualTo("io.handover.identity.AccountClosed.v1");
    }

    @Test
    void findsTheRecordOfAType() {
        assertThat(Topics.IDENTITY_ACCOUNT.recordOf("io.handover.identity.AccountClosed.v1"))
                .contains(AccountClosed.class);
    }

    @Test
    void doesNotKnowATypeOfAnotherPublisher() {
        assertThat(Topics.PERMISSION_PERMISSION.recordOf("io.handover.identity.AccountClosed.v1"))
                .isEmpty();
    }
}
