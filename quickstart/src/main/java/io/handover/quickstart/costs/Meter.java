package io.handover.quickstart.costs;

import io.handover.quickstart.home.Home;
import io.handover.quickstart.stack.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
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

    private static final String ADMINISTRATOR = "postgres";
    private static final String DATABASES =
            "select datname from pg_database where not datistemplate and datname <> 'postgres' order by datname";
    private static final String TABLES = "select quote_ident(tablename) from pg_tables where schemaname = 'public'";
    private static final String WAL = "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint";

    private final Stack stack;
    private final Home home;

    Meter(Stack stack, Home home) {
        this.stack = stack;
        this.home = home;
    }

    Reading read() throws SQLException, InterruptedException {
        Map<String, Long> rows = new TreeMap<>();
        Map<String, Long> bytes = new TreeMap<>();
        for (String database : strings(ADMINISTRATOR, DATABASES)) {
            run(database, "vacuum");
            bytes.put(database, number(database, "select pg_database_size(current_database())"));
            for (String table : strings(database, TABLES)) {
                rows.put(database + "." + table, number(database, "select count(*) from " + table));
            }
        }
        long wal = number(ADMINISTRATOR, WAL);
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

    /** Of PostgreSQL this is the launcher only: its server is no child of it. */
    private Map<String, Long> processor() {
        return stack.processes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, part -> millis(part.getValue())));
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

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + stack.postgresql() + "/" + database, ADMINISTRATOR, home.secret(ADMINISTRATOR));
    }

    private void run(String database, String command) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private long number(String database, String query) throws SQLException {
        return Long.parseLong(strings(database, query).getFirst());
    }

    private List<String> strings(String database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }
}
