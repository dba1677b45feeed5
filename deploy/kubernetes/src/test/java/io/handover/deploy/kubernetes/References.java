package io.handover.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every secret and volume that is used comes from somewhere: an operator, {@code make-secrets}, or a claim. */
final class References implements Check {

    private static final String TABLE = Folder.text(Folder.MANIFESTS.resolve("make-secrets"));

    @Override
    public Stream<String> findings(Overlay overlay) {
        return Stream.concat(secrets(overlay), claims(overlay));
    }

    private static Stream<String> secrets(Overlay overlay) {
        Set<String> there = Stream.concat(fromTable(overlay.name()), fromOperators(overlay))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> used = used(overlay).collect(Collectors.toCollection(TreeSet::new));
        Stream<String> missing = used.stream()
                .filter(key -> !there.contains(key))
                .map(key -> "secret " + key + " is used, and nobody makes it");
        Stream<String> idle = fromTable(overlay.name())
                .filter(key -> !used.contains(key))
                .map(key -> "secret " + key + " is in the table of make-secrets, and nobody uses it");
        return Stream.concat(missing, idle);
    }

    private static Stream<String> fromTable(String overlay) {
        return TABLE.lines()
                .map(line -> line.split(" ", -1))
                .filter(row -> row.length == 4
                        && row[3].matches("[a-z,]+")
                        && Arrays.asList(row[3].split(",", -1)).contains(overlay))
                .map(row -> row[0] + "/" + row[1]);
    }

    /** <a href="https://strimzi.io/docs/operators/latest/deploying">Strimzi</a> and CloudNativePG write these. */
    private static Stream<String> fromOperators(Overlay overlay) {
        return Stream.of(
                        overlay.of("KafkaUser").map(user -> user.name() + "/sasl.jaas.config"),
                        overlay.of("Kafka").map(kafka -> kafka.name() + "-cluster-ca-cert/ca.crt"),
                        overlay.of("Cluster").map(cluster -> cluster.name() + "-ca/ca.crt"))
                .flatMap(made -> made);
    }

    private static Stream<String> used(Overlay overlay) {
        return Stream.of(
                        overlay.withPods().flatMap(workload -> mounted(workload, asksWhoOneIs(overlay))),
                        overlay.of("TriggerAuthentication")
                                .flatMap(each -> Manifest.each(each.at("/spec/secretTargetRef")))
                                .map(key -> key.path("name").asText() + "/"
                                        + key.path("key").asText()),
                        overlay.of("Cluster")
                                .flatMap(each -> Manifest.each(each.at("/spec/managed/roles")))
                                .map(role -> role.at("/passwordSecret/name").asText())
                                .flatMap(secret -> Stream.of(secret + "/username", secret + "/password")),
                        overlay.of("Ingress")
                                .flatMap(each -> Manifest.each(each.at("/spec/tls")))
                                .map(tls -> tls.path("secretName").asText())
                                .flatMap(secret -> Stream.of(secret + "/tls.crt", secret + "/tls.key")))
                .flatMap(found -> found);
    }

    private static boolean asksWhoOneIs(Overlay overlay) {
        return Configuration.value(overlay, "gateway", "KAFKA_SECURITY_PROTOCOL")
                .isPresent();
    }

    private static Stream<String> mounted(Manifest workload, boolean optionalToo) {
        return Manifest.each(workload.pod().path("volumes"))
                .flatMap(volume -> Stream.concat(
                        Manifest.each(volume.at("/projected/sources")).map(source -> source.path("secret")),
                        Stream.of(volume.path("secret"))))
                .filter(secret -> optionalToo || !secret.path("optional").asBoolean())
                .flatMap(References::keys);
    }

    private static Stream<String> keys(JsonNode secret) {
        String name = secret.path("secretName").asText(secret.path("name").asText());
        return Manifest.each(secret.path("items"))
                .map(item -> name + "/" + item.path("key").asText());
    }

    private static Stream<String> claims(Overlay overlay) {
        return overlay.withPods().flatMap(workload -> Stream.concat(claimed(overlay, workload), mounts(workload)));
    }

    private static Stream<String> claimed(Overlay overlay, Manifest workload) {
        return Manifest.each(workload.pod().path("volumes"))
                .map(volume -> volume.at("/persistentVolumeClaim/claimName"))
                .filter(JsonNode::isTextual)
                .filter(claim ->
                        overlay.find("PersistentVolumeClaim", claim.asText()).isEmpty())
                .map(claim -> workload + " claims a volume that nobody asks for: " + claim.asText());
    }

    private static Stream<String> mounts(Manifest workload) {
        Set<String> volumes = Stream.concat(
                        Manifest.each(workload.pod().path("volumes")).map(volume -> volume.path("name")),
                        Manifest.each(workload.at("/spec/volumeClaimTemplates"))
                                .map(claim -> claim.at("/metadata/name")))
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        return workload.containers().stream()
                .flatMap(container -> Manifest.each(container.path("volumeMounts")))
                .map(mount -> mount.path("name").asText())
                .filter(volume -> !volumes.contains(volume))
                .map(volume -> workload + " mounts a volume that it does not have: " + volume);
    }
}
