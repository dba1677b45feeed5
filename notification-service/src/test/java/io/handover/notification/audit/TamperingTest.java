package io.handover.notification.audit;

import static io.handover.notification.TestHandover.ACCOUNTS;
import static io.handover.notification.TestHandover.SERVERS;
import static io.handover.notification.audit.Exports.export;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agroal.api.AgroalDataSource;
import io.handover.events.Topics;
import io.handover.events.audit.AuditChain;
import io.handover.events.audit.AuditLine;
import io.handover.events.audit.BrokenTrail;
import io.handover.events.audit.Checkpoint;
import io.handover.events.identity.AccountChanged;
import io.handover.events.notification.AuditCheckpointSigned;
import io.handover.events.notification.AuditEvent;
import io.handover.events.permission.MemberAccessApplied;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.provisioning.ServerStarted;
import io.handover.events.provisioning.ServerStopped;
import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who can write to the database, and has not the key, changes what is in it. */
@QuarkusTest
class TamperingTest {

    private static final TestTopic<PermissionEvent> PERMISSIONS = new TestTopic<>(Topics.PERMISSION_PERMISSION);
    private static final TestTopic<AuditEvent> CHECKPOINTS = new TestTopic<>(Topics.NOTIFICATION_AUDIT);
    private static final int SIZE = 6;

    private final Caller ada = TestCallers.anAccount();
    private final UUID account = ada.accountId();
    private final UUID server = UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    @Inject
    MeterRegistry meters;

    @Test
    void exportsATrailThatHolds() throws Exception {
        ProducerRecord<String, String> last = happens();

        Checkpoint json =
                ExportedTrail.ofJson(export(ada, "?format=json", last)).verify(ada);
        Checkpoint csv = ExportedTrail.ofCsv(export(ada, "?format=csv", last)).verify(ada);

        assertThat(json.account()).isEqualTo(account);
        assertThat(json.size()).isEqualTo(SIZE);
        assertThat(csv).isEqualTo(json);
    }

    @Test
    void leavesNoGapWhenManyWriteAtOnce() throws Exception {
        int each = 25;
        List<ProducerRecord<String, String>> last = new ArrayList<>();
        for (int count = 1; count <= each; count++) {
            last = List.of(
                    SERVERS.say(new ServerStopped(account, server)),
                    ACCOUNTS.say(new AccountChanged(account)),
                    PERMISSIONS.say(new MemberAccessApplied(account, server, server)));
        }

        ExportedTrail trail = ExportedTrail.ofJson(export(ada, "", last));

        assertThat(trail.verify(ada).size()).isEqualTo(3L * each);
        assertThat(trail.lines()).extracting(line -> line.facts().get("id")).doesNotHaveDuplicates();
    }

    @Test
    void goesOnWhereItEndedHoweverOftenAnEventComes() throws Exception {
        var stopped = SERVERS.say(new ServerStopped(account, server));
        SERVERS.sayAgain(stopped);
        var last = SERVERS.say(new ServerStarted(account, server));
        SERVERS.sayAgain(stopped);

        assertThat(ExportedTrail.ofJson(export(ada, "", last)).verify(ada).size())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "occurred_at = occurred_at + interval '1 microsecond'",
                "actor = 'mallory'",
                "actor_token = gen_random_uuid()",
                "client_address = '192.0.2.1'",
                "action = 'server.delete'",
                "target_type = 'storage'",
                "target_id = 'another'",
                "target_name = 'web2'",
                "success = not success",
                "detail = 'nothing to see'",
                "event_id = gen_random_uuid()",
                "hash = sha256('')"
            })
    void findsALineThatWasChanged(String change) throws Exception {
        happens();
        execute("update audit_line set " + change + " where account_id = '%s' and sequence = 3");

        assertBrokenAt(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, SIZE - 1})
    void findsThatALineWasDeleted(int sequence) throws Exception {
        happens();
        execute("delete from audit_line where account_id = '%s' and sequence = " + sequence);

        assertBrokenAt(sequence);
    }

    @Test
    void findsThatTheLastLineWasDeleted() throws Exception {
        happens();
        execute("delete from audit_line where account_id = '%s' and sequence = " + SIZE);

        assertBrokenAt(SIZE - 1);
    }

    @Test
    void findsThatTheTrailWasCutBack() throws Exception {
        happens();
        execute("delete from audit_line where account_id = '%s' and sequence > 3");
        execute("update audit_chain set size = 3, hash = (select hash from audit_line l"
                + " where l.account_id = audit_chain.account_id and sequence = 3) where account_id = '%s'");

        assertBrokenAt(3);
    }

    @Test
    void findsThatLinesChangedPlaces() throws Exception {
        happens();
        execute("update audit_line set sequence = -3 where account_id = '%s' and sequence = 3");
        execute("update audit_line set sequence = 3 where account_id = '%s' and sequence = 4");
        execute("update audit_line set sequence = 4 where account_id = '%s' and sequence = -3");

        assertBrokenAt(3);
    }

    @Test
    void signsNothingThatGoesOnAfterAForgedEnd() throws Exception {
        happens();
        double before = meters.counter("handover.audit.chain.broken").count();
        forgeFromLine(3);

        assertBrokenAt(SIZE);
        var later = SERVERS.say(new ServerStarted(account, server));

        ExportedTrail trail = ExportedTrail.ofJson(export(ada, "", later));
        BrokenTrail broken = catchThrowableOfType(BrokenTrail.class, () -> trail.verify(ada));
        assertThat(broken.row()).isEqualTo(SIZE + 1);
        assertThat(trail.lines()).as("it writes on all the same").hasSize(SIZE + 1);
        assertThat(meters.counter("handover.audit.chain.broken").count()).isEqualTo(before + 1);
    }

    @Test
    void tellsOthersHowFarTheTrailHasCome() throws Exception {
        var last = happens();

        String end =
                ExportedTrail.ofJson(export(ada, "", last)).lines().getLast().checkpoint();
        CHECKPOINTS.hear(
                AuditCheckpointSigned.class,
                signed -> signed.accountId().equals(account)
                        && signed.checkpoint().equals(end));
    }

    @Test
    void publishesItsKeysToWhoeverIsSignedIn() {
        assertThat(ExportedTrail.publishedKeys(TestCallers.aMemberOf(ada))).hasSize(1);
        given().get("/v1/audit-keys").then().statusCode(401);
    }

    private ProducerRecord<String, String> happens() {
        ProducerRecord<String, String> last = SERVERS.say(new ServerStopped(account, server));
        for (int count = 2; count <= SIZE; count++) {
            last = SERVERS.say(new ServerStarted(account, server));
        }
        assertThat(export(ada, "", last).statusCode()).isEqualTo(200);
        return last;
    }

    /** All that can be done without the key: the lines, their hashes and the end fit each other again. */
    private void forgeFromLine(int first) throws SQLException, IOException {
        List<AuditLine> lines = ExportedTrail.ofJson(export(ada, "")).lines();
        String hash = lines.get(first - 2).hash();
        for (AuditLine line : lines.subList(first - 1, lines.size())) {
            line.facts().put("actor", "mallory");
            hash = AuditChain.hash(hash, line.facts(), line.sequence());
            execute("update audit_line set actor = 'mallory', hash = decode('" + hash
                    + "', 'hex') where account_id = '%s' and sequence = " + line.sequence());
        }
        execute("update audit_chain set hash = decode('" + hash + "', 'hex') where account_id = '%s'");
    }

    private void assertBrokenAt(int row) throws IOException {
        assertBrokenAt(row, ExportedTrail.ofJson(whole("?format=json")));
        assertBrokenAt(row, ExportedTrail.ofCsv(whole("?format=csv")));
    }

    private void assertBrokenAt(int row, ExportedTrail trail) {
        BrokenTrail broken = catchThrowableOfType(BrokenTrail.class, () -> trail.verify(ada));
        assertThat(broken).as("found").isNotNull();
        assertThat(broken.row()).isEqualTo(row);
    }

    private Response whole(String query) {
        return export(ada, query).then().statusCode(200).extract().response();
    }

    /** With the account in place of {@code %s}. */
    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql.formatted(account))).isPositive();
        }
    }
}
