package io.handover.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the services send their traces: OTLP over HTTP. It keeps what came, as it came and understood. */
final class Collector implements AutoCloseable {

    private final HttpServer server;
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final List<Traced> spans = new CopyOnWriteArrayList<>();

    /** A span, and the service that sent it. */
    record Traced(String service, String traceId, String spanId, String parentId, Span span) {

        String name() {
            return service + ": " + span.getName();
        }
    }

    Collector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException("no port for the collector", failed);
        }
        server.createContext("/v1/traces", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** What makes an application send its traces here, soon. */
    Map<String, String> environment() {
        return Map.of(
                "QUARKUS_OTEL_SDK_DISABLED", "false",
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms",
                "HANDOVER_TRACE_ENDPOINT",
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
    }

    List<Traced> spans() {
        return List.copyOf(spans);
    }

    /** Whether a text stands anywhere in anything that came. */
    boolean hasHeard(String text) {
        return bodies.stream()
                .map(body -> new String(body, StandardCharsets.ISO_8859_1))
                .anyMatch(body ->
                        body.contains(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        bodies.add(body);
        ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
                .flatMap(Collector::read)
                .forEach(spans::add);
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static Stream<Traced> read(ResourceSpans resource) {
        String service = resource.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .collect(Collectors.joining());
        return resource.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> new Traced(
                        service,
                        hex(span.getTraceId().toByteArray()),
                        hex(span.getSpanId().toByteArray()),
                        hex(span.getParentSpanId().toByteArray()),
                        span));
    }

    private static String hex(byte[] id) {
        return HexFormat.of().formatHex(id);
    }
}
