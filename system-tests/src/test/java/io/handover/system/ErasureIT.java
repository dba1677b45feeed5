package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.quickstart.forensics.KafkaLog;
import io.handover.quickstart.search.Findings;
import io.handover.quickstart.search.Hit;
import io.handover.quickstart.search.Search;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is left of somebody who closes their account: nothing in any table at once, nothing in Kafka once its retention
 * is over, and user names in the gateway's log. Before, each of the places is found to hold them; docs/erasure.md lists
 * them.
 */
@ExtendWith(RunningStack.class)
class ErasureIT {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private static final Set<String> TABLES = Set.of(
            "identity.account_user",
            "permission.account_user",
            "permission.permission",
            "permission.server_tag",
            "permission.target",
            "identity.access_grant",
            "notification.access_grant",
            "provisioning.access_grant",
            "provisioning.password_delivery",
            "provisioning.server",
            "provisioning.server_tag",
            "provisioning.storage_tag",
            "provisioning.tag",
            "notification.audit_line",
            "notification.contact",
            "notification.delivery",
            "notification.server_tag");

    private static final Set<String> TOPICS = Set.of(
            "identity.account.v1", "permission.permission.v1", "provisioning.credential.v1", "provisioning.server.v1");

    @TempDir
    private Path folder;

    private RunningStack stack;
    private Person person;
    private Search search;

    @BeforeEach
    void meetSomebody(RunningStack stack) {
        this.stack = stack;
        person = new Person(stack.api().gateway());
        search = new Search(person.traces());
    }

    @Test
    void leavesNothingOfAPerson() throws Exception {
        live();

        assertThat(places(tables("before"))).containsExactlyInAnyOrderElementsOf(TABLES);
        assertThat(topics()).containsExactlyInAnyOrderElementsOf(TOPICS);

        assertThat(ok(person.send("DELETE", "/v1/accounts/" + person.username() + "?resources=delete", "")))
                .isEqualTo(204);

        assertThat(person.send("GET", "/1.3/account", "").statusCode()).isEqualTo(401);
        assertThat(person.sendAsMember("GET", "/1.3/account", "").statusCode()).isEqualTo(401);
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(tables("after").hits()).isEmpty());
        Retention.isOverWhile(stack.kafka(), this::findNothingInKafka);
        assertThat(files(file -> file.startsWith("logs")).hits())
                .allMatch(hit -> hit.source().equals("logs/gateway.log"))
                .allMatch(hit -> Set.of("user name", "member", "tag").contains(hit.text()));
        Set<Path> searched = Set.of(Path.of("kafka"), Path.of("logs"), Path.of("postgresql"));
        assertThat(files(file -> !searched.contains(file.getName(0))).hits()).isEmpty();
        assertThat(person.signUp().statusCode()).as("the name is free").isEqualTo(201);
        ok(person.send("DELETE", "/v1/accounts/" + person.username(), ""));
    }

    @Test
    void keepsWhatNamesPeopleInKafkaForThirtyDaysAtMost() throws Exception {
        assertThat(Retention.longest(stack.kafka())).isLessThanOrEqualTo(Duration.ofDays(30));
    }

    private void findNothingInKafka() {
        await().atMost(LONG_ENOUGH).untilAsserted(() -> assertThat(topics()).isEmpty());
        // A file may go while it is being read.
        await().atMost(LONG_ENOUGH)
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(files(file -> file.startsWith("kafka")).hits())
                                .isEmpty());
    }

    /** Everything that leaves a trace. */
    private void live() throws Exception {
        ok(person.signUp());
        ok(person.addMember());
        assertThat(person.sendWrongly().statusCode()).isEqualTo(401);
        ok(person.send("POST", "/1.3/tag", "{\"tag\":{\"name\":\"" + person.tag() + "\"}}"));
        ok(person.send("POST", "/1.3/permission/grant", """
                {"permission":{"user":"%s","target_type":"tag_access","target_identifier":"%s"}}""".formatted(person.member(), person.tag())));
        String server = new JsonPath(person.send("POST", "/1.3/server", Deploy.withPassword(person.hostname(), "email"))
                        .body())
                .getString("server.uuid");
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(
                                person.send("GET", "/v1/deliveries", "").body())
                        .contains("\"delivered\""));
        ok(person.send("POST", "/1.3/server/" + server + "/tag/" + person.tag(), ""));
        assertThat(person.sendAsMember("GET", "/1.3/server", "").body()).contains(server);
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(person.send("GET", "/1.3/audit-logs/export?format=json", "")
                                .body())
                        .contains("delivery.send", "server.tag"));
    }

    private static int ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.statusCode();
    }

    private Findings tables(String when) throws Exception {
        Path copies = folder.resolve(when);
        stack.databases().copyOut(copies);
        return search.folder(copies);
    }

    /** Each as {@code database.table}. */
    private static Set<String> places(Findings findings) {
        return findings.hits().stream()
                .map(hit -> hit.source().replace(".public.", "."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> topics() throws Exception {
        return new KafkaLog(stack.kafka())
                .search(search).hits().stream()
                        .map(Hit::source)
                        .map(partition -> partition.substring(0, partition.lastIndexOf('-')))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private Findings files(Predicate<Path> which) throws Exception {
        return search.folder(stack.home().path(), which);
    }
}
