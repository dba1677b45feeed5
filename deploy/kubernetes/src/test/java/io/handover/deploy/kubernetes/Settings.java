package io.handover.deploy.kubernetes;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * What a program can be told.
 *
 * @param names properties; {@code *} stands for the keys of a map
 */
record Settings(Set<String> names) {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([a-z0-9.-]+)");
    private static final ConcurrentMap<String, Settings> READ = new ConcurrentHashMap<>();

    static Settings of(String module) {
        return READ.computeIfAbsent(module, Settings::read);
    }

    private static Settings read(String module) {
        Sources sources = new Sources(module);
        Stream<String> asked = sources.properties().values().stream()
                .flatMap(value -> EXPRESSION.matcher(value).results())
                .map(MatchResult::group)
                .map(expression -> expression.substring(2));
        Stream<String> kafka = Stream.of(ConsumerConfig.configNames(), ProducerConfig.configNames())
                .flatMap(Set::stream)
                .map(name -> "kafka." + name);
        return new Settings(Stream.of(
                        asked,
                        kafka,
                        sources.java().flatMap(Mappings::propertiesIn),
                        sources.properties().keySet().stream().filter(name -> name.startsWith("handover.")),
                        QuarkusSettings.names())
                .flatMap(found -> found)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** What is wrong with telling it this; empty when nothing is. */
    Optional<String> objectionToProperty(String property) {
        return names.contains(property) ? objectionToTime(property) : Optional.of("has no such setting");
    }

    /** The same, of an environment variable. */
    Optional<String> objectionToVariable(String variable) {
        return names.stream()
                .filter(name -> isVariableOf(name, variable))
                .findFirst()
                .map(this::objectionToTime)
                .orElseGet(() -> Optional.of("has no such setting"));
    }

    private Optional<String> objectionToTime(String property) {
        return QuarkusSettings.isKnown(property) && !QuarkusSettings.isForRunTime(property)
                ? Optional.of("heeds this only while it is built")
                : Optional.empty();
    }

    /** MicroProfile Config 3.1, "Environment Variables Mapping Rules". */
    private static boolean isVariableOf(String property, String variable) {
        String name = property.replaceAll("[^A-Za-z0-9*]", "_").toUpperCase(Locale.ROOT);
        return name.endsWith("_*") ? variable.startsWith(name.substring(0, name.length() - 1)) : variable.equals(name);
    }
}
