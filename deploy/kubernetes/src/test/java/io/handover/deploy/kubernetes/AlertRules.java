package io.handover.deploy.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A PrometheusRule has the alerts of {@code deploy/observability}: Kustomize reads no file outside of this folder. */
final class AlertRules implements Check {

    static final Path COPY = Folder.MANIFESTS.resolve("components/observability/rules.yaml");

    private static final Path RULES = Folder.CHECKOUT.resolve("deploy/observability/rules/handover.yml");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String HEAD = """
            # The alerts of deploy/observability/rules/handover.yml, for the Prometheus Operator. Change them there.
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            metadata:
              name: handover
            spec:
            """;

    @Override
    public Stream<String> findings(Overlay overlay) {
        JsonNode groups = groups();
        return overlay.of("PrometheusRule")
                .filter(rule -> !rule.at("/spec/groups").equals(groups))
                .map(rule -> rule + " has other alerts than deploy/observability");
    }

    /** What {@link #COPY} must be. */
    static String copy() {
        return Folder.text(RULES)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.isEmpty() ? line : "  " + line)
                .collect(Collectors.joining("\n", HEAD, "\n"));
    }

    private static JsonNode groups() {
        try {
            return YAML.readTree(Folder.text(RULES)).path("groups");
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
