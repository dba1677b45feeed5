package io.handover.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.identity.AccountClosed;
import io.handover.events.identity.UnknownAccountEvent;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicTest {

    static List<Topic<?>> topics() {
        return Topics.ALL;
    }

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

    @Test
    void keepsDeadLettersBesideTheTopic() {
        assertThat(Topics.IDENTITY_ACCOUNT.deadLetters()).isEqualTo("identity.account.v1.dead");
    }

    @Test
    void standsForANewerTypeByItsName() {
        assertThat(Topics.IDENTITY_ACCOUNT.unknown().apply("newer")).isEqualTo(new UnknownAccountEvent("newer"));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void isNamedAfterItsPublisherAndMajorVersion(Topic<?> topic) {
        assertThat(topic.name()).matches(topic.publisher() + "\\.[a-z-]+\\.v1");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void knowsEveryEventOfItsFamilyByItsType(Topic<?> topic) {
        Class<?>[] events = topic.family().getPermittedSubclasses();

        assertThat(events).isNotEmpty().allMatch(Class::isRecord);
        assertThat(Arrays.stream(events).filter(event -> event.getSimpleName().startsWith("Unknown")))
                .hasSize(1)
                .allMatch(event -> topic.unknown().apply("newer").getClass().equals(event));
    }
}
