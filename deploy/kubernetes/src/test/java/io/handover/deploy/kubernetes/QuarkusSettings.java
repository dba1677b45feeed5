package io.handover.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What Quarkus' extensions can be told, by the documentation in their jars. */
final class QuarkusSettings {

    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Boolean> RUN_TIME = read();

    private QuarkusSettings() {}

    static boolean isKnown(String property) {
        return RUN_TIME.containsKey(property);
    }

    static Stream<String> names() {
        return RUN_TIME.keySet().stream();
    }

    /** Whether a program still heeds it when it has been built. */
    static boolean isForRunTime(String property) {
        return RUN_TIME.getOrDefault(property, false);
    }

    private static Map<String, Boolean> read() {
        try {
            Map<String, Boolean> settings = new TreeMap<>();
            for (URL model :
                    Collections.list(QuarkusSettings.class.getClassLoader().getResources(MODEL))) {
                try (InputStream content = model.openStream()) {
                    collect(JSON.readTree(content), settings);
                }
            }
            return settings;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void collect(JsonNode node, Map<String, Boolean> settings) {
        if (node.has("path") && node.has("phase")) {
            settings.put(
                    node.at("/path/property").asText(),
                    node.path("phase").asText().equals("RUN_TIME"));
        }
        node.forEach(child -> collect(child, settings));
    }
}
