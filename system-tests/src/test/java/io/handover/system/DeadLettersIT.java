package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.Topics;
import io.handover.quickstart.deadletter.DeadCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator, a poisoned server and what follows, by the commands of {@code ./handover dead}. */
@ExtendWith(RunningStack.class)
class DeadLettersIT {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
    private static final Pattern LETTER =
            Pattern.compile("(?m)^(\\S{36}) {2}notification {2}said .* ago, (\\d+) wait behind it$");

    private RunningStack stack;
    private Workspace ada;

    @BeforeEach
    void open(RunningStack running) {
        stack = running;
        ada = Workspace.open(stack.api(), "ada");
    }

    @Test
    void whatFollowsPoisonWaitsUntilAnOperatorDropsIt() throws Exception {
        String poisoned = ada.deploy("poisoned.example.org", "none").server();
        String other = ada.deploy("other.example.org", "none").server();
        assertThat(dead("list")).isEqualTo("Nothing is put aside.\nstatus 0");
        assertThat(dead("replay --all")).isEqualTo("There is nothing to replay.\nstatus 1");

        sayPoison(poisoned);
        rotate(poisoned);
        rotate(other);

        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(states(other)).contains("delivered"));
        String id = awaitLetter(2);
        stack.restart("notification");
        assertThat(awaitLetter(2)).isEqualTo(id);
        assertThat(states(poisoned)).containsExactly("shown");
        assertThat(dead("list"))
                .contains("provisioning.credential.v1", "key " + poisoned, "not a CloudEvent: no header ce_id")
                .doesNotContain("somebody's secret");

        assertThat(dead("replay " + id))
                .contains(id + " fails still: not a CloudEvent")
                .endsWith("status 1");
        assertThat(awaitLetter(2)).isEqualTo(id);
        assertThat(dead("drop " + id)).matches("notification: \\d applied\nstatus 0");

        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(states(poisoned)).contains("delivered"));
        assertThat(dead("drop " + id))
                .contains("No service has put aside " + id)
                .endsWith("status 1");
        assertThat(dead("list")).isEqualTo("Nothing is put aside.\nstatus 0");
    }

    private void sayPoison(String server) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafka()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.PROVISIONING_CREDENTIAL.name(), server, "somebody's secret"))
                    .get();
        }
    }

    private void rotate(String server) {
        assertThat(ada.api()
                        .post(ada.owner(), "/v1/servers/" + server + "/password", "{\"method\":\"email\"}")
                        .statusCode())
                .isEqualTo(202);
    }

    private List<String> states(String server) {
        return ada.api()
                .get(ada.owner(), "/v1/deliveries?server=" + server)
                .jsonPath()
                .getList("deliveries.state");
    }

    /** Of the only one there is. */
    private String awaitLetter(int waiting) {
        return await().atMost(LONG_ENOUGH)
                .until(
                        () -> LETTER.matcher(dead("list")),
                        found -> found.find() && Integer.parseInt(found.group(2)) == waiting)
                .group(1);
    }

    private String dead(String words) {
        var told = new ByteArrayOutputStream();
        var stream = new PrintStream(told, true, StandardCharsets.UTF_8);
        int status = DeadCommand.run(List.of(words.split(" ", -1)), stack.home().path(), stream, stream);
        return told.toString(StandardCharsets.UTF_8) + "status " + status;
    }
}
