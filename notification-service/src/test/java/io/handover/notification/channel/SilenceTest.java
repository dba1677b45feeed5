package io.handover.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.DeliveryMethod;
import io.handover.notification.TestHandover;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tests' configuration asks for all that mail and SMS libraries could log. */
@QuarkusTest
class SilenceTest {

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler ear = new Handler() {

        private final SimpleFormatter format = new SimpleFormatter();

        @Override
        public void publish(LogRecord record) {
            logged.add(record.getLoggerName() + format.formatMessage(record) + record.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        ear.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(ear);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(ear);
    }

    @ParameterizedTest
    @EnumSource(names = {"EMAIL", "SMS"})
    void logsADeliveryAndNothingOfItsMessage(DeliveryMethod method) {
        var handover = TestHandover.any().order(method);

        handover.recordIn("delivered");

        assertThat(logged).anyMatch(line -> line.contains(handover.deliveryId().toString()));
        assertThat(logged)
                .noneMatch(line -> line.contains(handover.password()))
                .noneMatch(line -> line.contains(handover.email()))
                .noneMatch(line -> line.contains(handover.phone()));
    }
}
