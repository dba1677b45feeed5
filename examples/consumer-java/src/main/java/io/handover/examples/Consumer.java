package io.handover.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Prints when servers begin and end to exist, from the first there ever was: what a bill could be made of. */
public final class Consumer {

    private Consumer() {}

    /**
     * Goes on until it is killed, and then where it was.
     *
     * @param arguments Kafka's address, and the name of this consumer's group
     */
    public static void main(String[] arguments) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", arguments[0], "group.id", arguments[1], "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new CloudEventDeserializer())) {
            consumer.subscribe(List.of("provisioning.server.v1"));
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> hear(record.value()));
            }
        }
    }

    private static void hear(CloudEvent event) {
        switch (event.getType()) {
            case "io.handover.provisioning.ServerDeployed.v1" -> print("began", event);
            case "io.handover.provisioning.ServerDeleted.v1" -> print("ended", event);
            default -> {} // of no interest, or newer than this program
        }
    }

    private static void print(String what, CloudEvent event) {
        byte[] json = Objects.requireNonNull(event.getData()).toBytes();
        System.out.println(what + " " + event.getTime() + " " + event.getSubject() + " " + new String(json, UTF_8));
    }
}
