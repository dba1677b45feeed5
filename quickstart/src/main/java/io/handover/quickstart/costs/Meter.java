package io.handover.quickstart.costs;

import io.handover.quickstart.database.Administrator;
import io.handover.quickstart.database.Database;
import io.handover.quickstart.home.Home;
import io.handover.quickstart.stack.Stack;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Reads what a stack has used: from its processes, PostgreSQL's catalogue and Kafka's administration. */
final class Meter {

    private static final String DATABASES =
            "select datname from pg_database where not datistemplate and datname <> 'postgres' order by datname";
    private static final String TABLES = "select quote_ident(tablename) from pg_tables where schemaname = 'public'";
    private static final String WAL = "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint";

    private final Stack stack;
    private final Home home;
    private final Administrator administrator;

    Meter(Stack stack, Home home) {
        this.stack = stack;
        this.home = home;
        this.administrator = new Administrator(stack.postgresql(), home);
    }

    Reading read() throws SQLException, IOException, InterruptedException {
        Map<String, Long> rows = new TreeMap<>();
        Map<String, Long> bytes = new TreeMap<>();
        for (String database : administrator.strings(Administrator.NAME, DATABASES)) {
            administrator.run(database, "vacuum");
            bytes.put(database, number(database, "select pg_database_size(current_database())"));
            for (String table : administrator.strings(database, TABLES)) {
                rows.put(database + "." + table, number(database, "select count(*) from " + table));
            }
        }
        long wal = number(Administrator.NAME, WAL);
        try (Admin kafka = Admin.create(Map.of("bootstrap.servers", stack.kafka()))) {
            return new Reading(processor(), rows, bytes, wal, events(kafka), topicBytes(kafka));
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Kafka could not be asked", failed);
        }
    }

    /** How many deliveries have ended. */
    long deliveriesEnded() throws SQLException {
        return number("notification", "select count(*) from delivery where ended_at is not null");
    }

    private Map<String, Long> processor() {
        Map<String, Long> processor = new TreeMap<>();
        stack.processes().forEach((part, process) -> processor.put(part, millis(process)));
        // It is no child of what started it. A connection that was closed is not counted, but services keep theirs.
        processor.put(
                "PostgreSQL's server",
                Database.processes(home.path()).stream()
                        .mapToLong(Meter::millis)
                        .sum());
        return processor;
    }

    private static long millis(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    private static Map<String, Long> events(Admin kafka) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        kafka.describeTopics(kafka.listTopics().names().get()).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .forEach(partition -> ends.put(partition, OffsetSpec.latest()));
        return kafka.listOffsets(ends).all().get().entrySet().stream()
                .collect(Collectors.groupingBy(
                        end -> end.getKey().topic(),
                        Collectors.summingLong(end -> end.getValue().offset())));
    }

    private static Map<String, Long> topicBytes(Admin kafka) throws ExecutionException, InterruptedException {
        List<Integer> brokers = kafka.describeCluster().nodes().get().stream()
                .map(node -> node.id())
                .toList();
        return kafka.describeLogDirs(brokers).allDescriptions().get().values().stream()
                .flatMap(folders -> folders.values().stream())
                .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                .collect(Collectors.groupingBy(
                        replica -> replica.getKey().topic(),
                        Collectors.summingLong(replica -> replica.getValue().size())));
    }

    private long number(String database, String query) throws SQLException {
        return Long.parseLong(administrator.strings(database, query).getFirst());
    }
}
