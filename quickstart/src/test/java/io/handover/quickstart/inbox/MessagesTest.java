package io.handover.quickstart.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private final Messages messages = new Messages();

    @Test
    void listsTheNewestFirst() {
        add(2);

        assertThat(messages.list()).extracting(Message::body).containsExactly("2", "1");
    }

    @Test
    void keepsAsManyAsAllowed() {
        add(Messages.KEPT_MAX);

        assertThat(messages.list()).hasSize(Messages.KEPT_MAX);
        assertThat(messages.list().getLast().body()).isEqualTo("1");
    }

    @Test
    void dropsTheOldestWhenThereAreTooMany() {
        add(Messages.KEPT_MAX + 1);

        assertThat(messages.list()).hasSize(Messages.KEPT_MAX);
        assertThat(messages.list().getLast().body()).isEqualTo("2");
    }

    @Test
    void namesNoTextOfAMessage() {
        var message = new Message(Channel.SMS, "+358401234567", "+15005550006", "", "s3cret", Instant.EPOCH);

        assertThat(message.toString()).doesNotContain("s3cret");
    }

    private void add(int count) {
        IntStream.rangeClosed(1, count)
                .mapToObj(number ->
                        new Message(Channel.EMAIL, "ada@example.org", "h@example.org", "s", "" + number, Instant.EPOCH))
                .forEach(messages::add);
    }
}
