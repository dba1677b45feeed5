package io.handover.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.kit.event.UnreadableEvent;
import io.vertx.pgclient.PgException;
import org.junit.jupiter.api.Test;

class CauseTest {

    @Test
    void namesKindsAndNoMessages() {
        var failure = new IllegalStateException("of ada", new IllegalArgumentException("ada"));
        failure.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.util.List", "of", "List.java", 1),
            new StackTraceElement("io.handover.kit.inbox.Effects", "apply", "Effects.java", 2),
            new StackTraceElement("io.handover.test.notebook.Notebook", "note", "Notebook.java", 71)
        });

        assertThat(Cause.of(failure)).isEqualTo("IllegalStateException < IllegalArgumentException at Notebook:71");
    }

    @Test
    void namesWhatTheDatabaseRefuses() {
        var refused = new PgException(
                "duplicate key",
                "ERROR",
                "23505",
                "Key (text)=(ada) already exists.",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "public",
                "note",
                null,
                null,
                "note_text_unique");
        refused.setStackTrace(new StackTraceElement[0]);

        assertThat(Cause.of(refused)).isEqualTo("PgException 23505 note_text_unique");
    }

    @Test
    void tellsWhatCannotBeRead() {
        assertThat(Cause.of(new UnreadableEvent("not a CloudEvent: no header ce_id")))
                .isEqualTo("not a CloudEvent: no header ce_id");
    }

    @Test
    void endsWhereCausesGoInCircles() {
        var one = new IllegalStateException();
        var other = new IllegalArgumentException(one);
        one.initCause(other);
        one.setStackTrace(new StackTraceElement[0]);
        other.setStackTrace(new StackTraceElement[0]);

        assertThat(Cause.of(one)).isEqualTo("IllegalStateException < IllegalArgumentException");
    }
}
