package io.handover.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.handover.quickstart.broker.Broker;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples hear, from a real Kafka, what a service would have said. */
class ConsumersTest {

    private static final String SERVER = "00c78863-8e1d-4a39-9b2c-0b9f3c1d2e4f";

    private static String kafka = "";

    @BeforeAll
    static void saySomething(@TempDir Path folder) throws Exception {
        int port = freePort();
        new Broker(folder, port, freePort()).start();
        kafka = "127.0.0.1:" + port;
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer())) {
            producer.send(event("ServerDeployed", "{\"hostname\":\"web.example.org\"}"))
                    .get();
            producer.send(event("SomethingNewer", "{}")).get();
            producer.send(event("ServerDeleted", "{}")).get();
        }
    }

    @Test
    void hearsInJava() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        hearsBeginAndEnd(
                List.of(java, "-cp", System.getProperty("java.class.path"), Consumer.class.getName(), kafka, group()));
    }

    @Test
    void hearsInPython() throws Exception {
        String python = Optional.ofNullable(System.getenv("HANDOVER_PYTHON")).orElse("python3");
        assumeTrue(
                hasLibraries(python),
                "skipped: " + python
                        + " lacks examples/consumer-python/requirements.txt; HANDOVER_PYTHON names another");

        hearsBeginAndEnd(List.of(python, "../consumer-python/consumer.py", kafka, group()));
    }

    private static void hearsBeginAndEnd(List<String> command) throws Exception {
        Process consumer = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = consumer.inputReader(UTF_8)) {
            assertThat(line(out)).startsWith("began ").contains(SERVER, "web.example.org");
            assertThat(line(out)).startsWith("ended ").contains(SERVER);
        } finally {
            consumer.destroyForcibly().waitFor();
        }
    }

    private static String line(BufferedReader out) throws Exception {
        return CompletableFuture.supplyAsync(() -> out.lines().findFirst().orElse("nothing"))
                .get(60, TimeUnit.SECONDS);
    }

    private static boolean hasLibraries(String python) throws InterruptedException {
        try {
            return new ProcessBuilder(python, "-c", "import cloudevents.core, confluent_kafka")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noPython) {
            return false;
        }
    }

    private static String group() {
        return UUID.randomUUID().toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static ProducerRecord<String, String> event(String name, String json) {
        var record = new ProducerRecord<>("provisioning.server.v1", "an account", json);
        Stream.of(
                        "ce_specversion:1.0",
                        "ce_id:" + UUID.randomUUID(),
                        "ce_source:handover/provisioning",
                        "ce_type:io.handover.provisioning." + name + ".v1",
                        "ce_subject:" + SERVER,
                        "ce_time:2026-11-26T08:00:00Z",
                        "ce_accountversion:1",
                        "content-type:application/json")
                .map(header -> header.split(":", 2))
                .forEach(header -> record.headers().add(header[0], header[1].getBytes(UTF_8)));
        return record;
    }
}
