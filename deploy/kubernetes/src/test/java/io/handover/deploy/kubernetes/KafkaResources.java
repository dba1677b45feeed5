package io.handover.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.handover.deploy.kubernetes.Messaging.Consumer;
import io.handover.events.Topics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The topics of the code exist, in enough copies; who writes and reads them may, and nobody else; lag is of consumers.
 */
final class KafkaResources implements Check {

    /** What names people leaves Kafka within thirty days. */
    private static final long LONGEST = TimeUnit.DAYS.toMillis(30);

    @Override
    public Stream<String> findings(Overlay overlay) {
        return Stream.of(topics(overlay), copies(overlay), users(overlay), lag(overlay))
                .flatMap(found -> found);
    }

    private static Stream<String> topics(Overlay overlay) {
        if (overlay.of("Kafka").findAny().isEmpty()) {
            return asked(overlay);
        }
        Set<String> there = overlay.of("KafkaTopic").map(Manifest::name).collect(Collectors.toCollection(TreeSet::new));
        return difference("topics", topicsOfTheCode(), there);
    }

    /**
     * A broker of ours has those that quickstart makes, which are the code's; who has another one brings its topics.
     */
    private static Stream<String> asked(Overlay overlay) {
        return overlay.find("StatefulSet", "kafka").stream()
                .filter(broker -> overlay.of("Job")
                        .noneMatch(job ->
                                job.pod().at("/containers/0/args/0").asText().equals("topics")))
                .map(broker -> broker + " gets no topics");
    }

    private static Set<String> topicsOfTheCode() {
        return Topics.ALL.stream()
                .flatMap(topic -> Stream.of(topic.name(), topic.deadLetters()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> copies(Overlay overlay) {
        return overlay.of("KafkaTopic")
                .filter(topic -> topic.at("/spec/replicas").asInt() < 3
                        || topic.at("/spec/config/min.insync.replicas").asInt() < 2
                        || !topic.at("/spec/config/retention.ms").isNumber()
                        || age(topic) > LONGEST)
                .map(topic -> topic + " says of copies or retention too little");
    }

    /**
     * Of the oldest record in milliseconds: a segment goes when its newest one is old, and is a week long by default.
     */
    private static long age(Manifest topic) {
        return topic.at("/spec/config/retention.ms").asLong()
                + topic.at("/spec/config/segment.ms").asLong(TimeUnit.DAYS.toMillis(7));
    }

    private static Stream<String> users(Overlay overlay) {
        if (overlay.of("Kafka").findAny().isEmpty()) {
            return Stream.empty();
        }
        return overlay.of("Deployment").flatMap(workload -> {
            Messaging messaging = Messaging.of(Images.module(workload).orElseThrow());
            return overlay.find("KafkaUser", workload.name())
                    .map(user -> user(user, messaging))
                    .orElseGet(() -> Stream.of("KafkaUser " + workload.name() + " is missing"));
        });
    }

    private static Stream<String> user(Manifest user, Messaging messaging) {
        Map<String, Set<String>> granted = new TreeMap<>();
        acls(user, "topic")
                .forEach(acl -> Manifest.each(acl.path("operations"))
                        .map(JsonNode::asText)
                        .filter(operation -> !operation.equals("Describe"))
                        .forEach(operation -> granted.computeIfAbsent(operation, any -> new TreeSet<>())
                                .add(acl.at("/resource/name").asText())));
        Set<String> written = new TreeSet<>(messaging.says());
        written.addAll(messaging.deadLetters());
        Stream<String> groups = messaging.hears().stream()
                .map(Consumer::group)
                .filter(group -> acls(user, "group").noneMatch(acl -> covers(acl, group)))
                .map(group -> user + " may not use the group " + group);
        return Stream.of(
                        difference(user + " reads", messaging.topicsHeard(), granted.getOrDefault("Read", Set.of())),
                        difference(user + " writes", written, granted.getOrDefault("Write", Set.of())),
                        groups)
                .flatMap(found -> found);
    }

    private static Stream<JsonNode> acls(Manifest user, String type) {
        return Manifest.each(user.at("/spec/authorization/acls"))
                .filter(acl -> acl.at("/resource/type").asText().equals(type));
    }

    private static boolean covers(JsonNode acl, String group) {
        String name = acl.at("/resource/name").asText();
        return acl.at("/resource/patternType").asText().equals("prefix") ? group.startsWith(name) : group.equals(name);
    }

    private static Stream<String> lag(Overlay overlay) {
        return overlay.of("ScaledObject").flatMap(scaler -> {
            Set<String> watched = Manifest.each(scaler.at("/spec/triggers"))
                    .filter(trigger -> trigger.path("type").asText().equals("kafka"))
                    .map(trigger -> trigger.at("/metadata/consumerGroup").asText() + " of "
                            + trigger.at("/metadata/topic").asText())
                    .collect(Collectors.toCollection(TreeSet::new));
            return difference(scaler + " watches", sharedGroups(scaler.name()), watched);
        });
    }

    /** Not the gateway's: each of its processes hears everything, and more of them hear no faster. */
    private static Set<String> sharedGroups(String module) {
        return Messaging.of(module).hears().stream()
                .filter(consumer -> !consumer.group().contains("${"))
                .flatMap(consumer -> consumer.topics().stream().map(topic -> consumer.group() + " of " + topic))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> difference(String what, Set<String> code, Set<String> manifests) {
        return code.equals(manifests)
                ? Stream.empty()
                : Stream.of(what + " are " + code + " in the code and " + manifests + " in the manifests");
    }
}
