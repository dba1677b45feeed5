package io.handover.events.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.handover.events.Topic;
import io.handover.events.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The topics as an AsyncAPI 3.0 document: a channel per topic, a message per event. */
final class AsyncApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AsyncApi() {}

    static ObjectNode document() {
        ObjectNode document = JSON.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Handover's events")
                .put("version", "1")
                .put("description", "What Handover's services say, as CloudEvents 1.0 in Kafka's binary mode.")
                .putObject("license")
                .put("name", "Apache-2.0");
        document.put("defaultContentType", "application/json");
        Topics.ALL.forEach(topic -> document.withObjectProperty("channels").set(topic.name(), channel(topic)));
        Topics.ALL.forEach(topic -> document.withObjectProperty("operations").set(topic.name(), operation(topic)));
        ObjectNode components = document.putObject("components");
        topicsWithEvents()
                .forEach(said -> components
                        .withObjectProperty("messages")
                        .set(said.event().getSimpleName(), message(said)));
        topicsWithEvents()
                .forEach(said -> components
                        .withObjectProperty("schemas")
                        .set(said.event().getSimpleName(), embedded(said.event())));
        return document;
    }

    /** Every event that is said. */
    static Stream<Class<?>> events() {
        return topicsWithEvents().map(Said::event);
    }

    private record Said(Topic<?> topic, Class<?> event) {}

    private static Stream<Said> topicsWithEvents() {
        return Topics.ALL.stream().flatMap(topic -> events(topic).map(event -> new Said(topic, event)));
    }

    private static Stream<Class<?>> events(Topic<?> topic) {
        return Arrays.stream(topic.family().getPermittedSubclasses())
                .filter(event -> !event.getSimpleName().startsWith("Unknown"));
    }

    private static ObjectNode channel(Topic<?> topic) {
        ObjectNode channel =
                JSON.createObjectNode().put("address", topic.name()).put("description", words(topic));
        ObjectNode messages = channel.putObject("messages");
        events(topic).forEach(event -> messages.set(event.getSimpleName(), ref("messages", event.getSimpleName())));
        return channel;
    }

    private static ObjectNode operation(Topic<?> topic) {
        ObjectNode operation = JSON.createObjectNode().put("action", "send");
        operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
        return operation.put("summary", topic.publisher() + "-service says it.");
    }

    private static ObjectNode message(Said said) {
        String name = said.event().getSimpleName();
        ObjectNode message = JSON.createObjectNode()
                .put("name", typeOf(said))
                .put("title", name)
                .put("summary", Words.of(said.event()))
                .put("contentType", "application/json");
        message.set("headers", headers(said));
        message.set("payload", ref("schemas", name));
        message.putArray("examples").addObject().set("payload", golden(said.event()));
        return message;
    }

    private static ObjectNode headers(Said said) {
        ObjectNode headers = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        Header.of(said.event()).forEach(header -> properties.set(header.name(), header.schema()));
        properties.putObject("ce_type").put("const", typeOf(said));
        List<String> required =
                Header.of(said.event()).filter(Header::always).map(Header::name).toList();
        required.forEach(headers.putArray("required").add("ce_type")::add);
        return headers;
    }

    private static ObjectNode embedded(Class<?> event) {
        ObjectNode schema = EventSchemas.of(event);
        schema.remove("$schema");
        return schema;
    }

    private static ObjectNode ref(String kind, String name) {
        return JSON.createObjectNode().put("$ref", "#/components/" + kind + "/" + name);
    }

    static JsonNode golden(Class<?> event) {
        String file = "/golden/" + event.getSimpleName() + ".json";
        try (InputStream golden = AsyncApi.class.getResourceAsStream(file)) {
            return JSON.readTree(Objects.requireNonNull(golden, file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String typeOf(Said said) {
        return "io.handover." + said.topic().publisher() + "." + said.event().getSimpleName() + ".v1";
    }

    private static String words(Topic<?> topic) {
        return Arrays.stream(Topics.class.getFields())
                .filter(constant -> value(constant).equals(topic))
                .map(constant -> Words.ofConstant(Topics.class, constant.getName()))
                .findFirst()
                .orElseThrow();
    }

    private static Object value(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
