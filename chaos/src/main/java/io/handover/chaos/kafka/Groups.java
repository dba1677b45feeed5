package io.handover.chaos.kafka;

import io.handover.quickstart.client.Client;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** The consumer groups of the services, and how far they have read. */
public final class Groups {

    /** Gateways read for themselves and keep no place. */
    private static final String NO_SERVICE = "gateway";

    private static final String DEAD = ".dead";

    private final String address;

    /** Those of a Kafka. */
    public Groups(String address) {
        this.address = address;
    }

    /** Every service begins again with everything that it hears. None of them may run. */
    public void rewindAll() {
        rewind(group -> !group.startsWith(NO_SERVICE), topic -> true);
    }

    /** A service, which must not run, begins again with one of the topics that it hears, counted around. */
    public void rewindOne(String service, int pick) {
        Predicate<String> ofService = group -> group.startsWith(service);
        List<String> heard;
        try (Admin kafka = open()) {
            heard = groups(kafka, ofService).stream()
                    .flatMap(group -> places(kafka, group).keySet().stream())
                    .map(TopicPartition::topic)
                    .distinct()
                    .sorted()
                    .toList();
        }
        if (!heard.isEmpty()) {
            rewind(ofService, heard.get(pick % heard.size())::equals);
        }
    }

    /** How many records wait to be read, by group and topic. */
    public Map<String, Long> lags() {
        Map<String, Long> lags = new TreeMap<>();
        try (Admin kafka = open()) {
            for (String group : groups(kafka, name -> !name.startsWith(NO_SERVICE))) {
                Map<TopicPartition, OffsetAndMetadata> places = places(kafka, group);
                Map<TopicPartition, Long> ends = ends(kafka, places.keySet());
                places.forEach((partition, place) -> lags.merge(
                        "unread by " + group + " of " + partition.topic(),
                        ends.getOrDefault(partition, 0L) - place.offset(),
                        Long::sum));
            }
        }
        return lags;
    }

    /** Whether every group of these services has its members, and they have read every record that there is. */
    public boolean haveReadAll(Collection<String> services) {
        try (Admin kafka = open()) {
            List<String> groups = groups(kafka, group -> services.stream().anyMatch(group::startsWith));
            return services.stream().allMatch(service -> groups.stream().anyMatch(group -> group.startsWith(service)))
                    && groups.stream().allMatch(group -> hasReadAll(kafka, group));
        }
    }

    private static boolean hasReadAll(Admin kafka, String name) {
        ConsumerGroupDescription group = Objects.requireNonNull(
                answer(kafka.describeConsumerGroups(List.of(name)).all()).get(name));
        Set<TopicPartition> heard = group.members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .collect(Collectors.toSet());
        Map<TopicPartition, OffsetAndMetadata> places = places(kafka, name);
        return group.groupState() == GroupState.STABLE
                && !heard.isEmpty()
                && ends(kafka, heard).entrySet().stream()
                        .allMatch(end -> place(places, end.getKey()) >= end.getValue());
    }

    private static long place(Map<TopicPartition, OffsetAndMetadata> places, TopicPartition partition) {
        return Optional.ofNullable(places.get(partition))
                .map(OffsetAndMetadata::offset)
                .orElse(0L);
    }

    /** How many records were put aside, by topic. */
    public Map<String, Long> deadLetters() {
        try (Admin kafka = open()) {
            List<TopicPartition> dead = answer(
                            kafka.describeTopics(answer(kafka.listTopics().names()).stream()
                                            .filter(topic -> topic.endsWith(DEAD))
                                            .toList())
                                    .allTopicNames())
                    .values()
                    .stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .toList();
            return ends(kafka, dead).entrySet().stream()
                    .collect(Collectors.toMap(
                            end -> "records in " + end.getKey().topic(), Map.Entry::getValue, Long::sum));
        }
    }

    private void rewind(Predicate<String> ofGroup, Predicate<String> ofTopic) {
        try (Admin kafka = open()) {
            for (String group : groups(kafka, ofGroup)) {
                Map<TopicPartition, OffsetAndMetadata> start = places(kafka, group).keySet().stream()
                        .filter(partition -> ofTopic.test(partition.topic()))
                        .collect(Collectors.toMap(partition -> partition, ignored -> new OffsetAndMetadata(0)));
                // A member that was killed counts as one until its session is over.
                Client.await("The end of all members of " + group, () -> isRewound(kafka, group, start));
            }
        }
    }

    private static Optional<Boolean> isRewound(
            Admin kafka, String group, Map<TopicPartition, OffsetAndMetadata> start) {
        try {
            kafka.alterConsumerGroupOffsets(group, start).all().get();
            return Optional.of(true);
        } catch (ExecutionException notYet) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Admin open() {
        return Admin.create(Map.of("bootstrap.servers", address));
    }

    private static List<String> groups(Admin kafka, Predicate<String> wanted) {
        return answer(kafka.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .filter(wanted)
                .sorted()
                .toList();
    }

    private static Map<TopicPartition, OffsetAndMetadata> places(Admin kafka, String group) {
        return answer(kafka.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    private static Map<TopicPartition, Long> ends(Admin kafka, Iterable<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        return answer(kafka.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Kafka could not be asked", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("It was interrupted", interrupted);
        }
    }
}
