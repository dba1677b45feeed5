package io.handover.notification.audit;

import static io.restassured.RestAssured.given;

import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What the tests ask of the export. */
final class Exports {

    static final String PATH = "/1.3/audit-logs/export";

    private Exports() {}

    static Response export(Caller caller, String query) {
        return export(caller, query, List.of());
    }

    static Response export(Caller caller, String query, ProducerRecord<String, String> after) {
        return export(caller, query, List.of(after));
    }

    /** As soon as the service has heard what was said. */
    static Response export(Caller caller, String query, List<ProducerRecord<String, String>> after) {
        return given().header("Authorization", TestCallers.bearer(caller))
                .header("Accept", "application/json")
                .header(
                        "Handover-Account-Version",
                        after.stream()
                                .map(record -> record.topic() + "=" + TestTopic.versionOf(record))
                                .collect(Collectors.joining(", ")))
                .get(PATH + query);
    }

    /** Asks, and leaves it to the caller whether to read the answer; HTTP/1.0 knows no chunks. */
    static Socket ask(Caller caller, String query) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(16 * 1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        String request = """
                GET %s HTTP/1.0
                Host: localhost
                Authorization: %s

                """.formatted(PATH + query, TestCallers.bearer(caller));
        socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
