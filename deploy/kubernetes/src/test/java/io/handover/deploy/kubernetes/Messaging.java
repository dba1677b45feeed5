package io.handover.deploy.kubernetes;

import io.handover.events.Topic;
import io.handover.events.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a program says and hears, by its sources.
 *
 * @param says topics
 * @param hears consumers
 */
record Messaging(Set<String> says, List<Consumer> hears) {

    private static final String INCOMING = "mp.messaging.incoming.";

    /**
     * A channel.
     *
     * @param group the consumer group, which may end with what differs from process to process
     * @param deadLetters where it puts aside what it cannot apply; empty if nowhere
     */
    record Consumer(String group, Set<String> topics, Set<String> deadLetters) {}

    static Messaging of(String module) {
        Set<String> says = Topics.ALL.stream()
                .filter(topic -> module.equals(topic.publisher() + "-service"))
                .map(Topic::name)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> properties = new Sources(module).properties();
        return new Messaging(
                says,
                channels(properties)
                        .map(channel -> consumer(properties, INCOMING + channel))
                        .toList());
    }

    /** Topics that it reads. */
    Set<String> topicsHeard() {
        return all(hears.stream().map(Consumer::topics));
    }

    /** Topics that it puts aside what it cannot apply. */
    Set<String> deadLetters() {
        return all(hears.stream().map(Consumer::deadLetters));
    }

    private static Set<String> all(Stream<Set<String>> sets) {
        return sets.flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> channels(Map<String, String> properties) {
        return properties.keySet().stream()
                .filter(name -> name.startsWith(INCOMING) && name.endsWith(".connector"))
                .map(name -> name.substring(INCOMING.length(), name.length() - ".connector".length()));
    }

    private static Consumer consumer(Map<String, String> properties, String channel) {
        return new Consumer(
                properties.getOrDefault(channel + ".group.id", ""),
                names(properties, channel + ".topic", channel + ".topics"),
                names(properties, channel + ".dead-letter-queue.topic"));
    }

    private static Set<String> names(Map<String, String> properties, String... keys) {
        return Arrays.stream(keys)
                .flatMap(key -> Arrays.stream(properties.getOrDefault(key, "").split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
