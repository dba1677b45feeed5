package io.handover.notification.audit;

import static io.handover.notification.TestHandover.SERVERS;
import static io.handover.notification.audit.Exports.export;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.provisioning.ServerRequested;
import io.handover.kit.caller.Caller;
import io.handover.kit.event.CloudEventHeaders;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditResourceTest {

    private static final String HEADER =
            "time,actor,actor_token,client_address,action,target_type,target_id,target_name,outcome,detail,id,account,"
                    + "sequence,hash,checkpoint\r\n";

    private final Caller ada = TestCallers.anAccount();
    private final UUID server = UUID.randomUUID();

    @Test
    void writesCsvWithAHeaderLine() {
        var said = requested("web1");
        Response answer = export(ada, "?format=csv", said);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv; charset=UTF-8; header=present");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"audit-logs.csv\"");
        assertThat(answer.asString())
                .startsWith(HEADER)
                .contains(",,,,server.create,server,%s,web1,success,plan in zone,%s,%s,1,"
                        .formatted(server, idOf(said), ada.accountId()));
    }

    @Test
    void writesJsonAsAnArray() {
        Response answer = export(ada, "?format=json", requested("web1"));

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"audit-logs.json\"");
        assertThat(answer.<List<String>>path("target_name")).containsExactly("web1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?format=", "?format=json"})
    void writesAnEmptyArrayWhereNothingHappened(String query) {
        assertThat(export(ada, query).asString()).isEqualTo("[]");
    }

    @Test
    void writesOnlyTheHeaderLineWhereNothingHappened() {
        assertThat(export(ada, "?format=csv").asString()).isEqualTo(HEADER);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "a,b|\"a,b\"",
                "a\"b|\"a\"\"b\"",
                "=1+1|'=1+1",
                "+1|'+1",
                "-1|'-1",
                "@a|'@a",
                "'=1+1|''=1+1",
                "a=1|a=1",
                "ääkkö|ääkkö"
            })
    void quotesWhatWouldBreakALineAndDisarmsWhatWouldBeAFormula(String name, String cell) {
        assertThat(export(ada, "?format=csv", requested(name)).asString()).contains("," + cell + ",success,");
    }

    @Test
    void keepsALineBreakInsideItsCell() {
        assertThat(export(ada, "?format=csv", requested("a\nb")).asString()).contains(",\"a\nb\",success,");
    }

    @Test
    void leavesJsonAsItIs() {
        assertThat(export(ada, "?format=json", requested("=1+1")).<List<String>>path("target_name"))
                .containsExactly("=1+1");
    }

    @Test
    void showsNoOtherAccountsLines() {
        Caller eve = TestCallers.anAccount();
        var said = requested("web1");

        assertThat(export(ada, "", said).<List<String>>path("id")).hasSize(1);
        assertThat(export(eve, "").asString()).isEqualTo("[]");
    }

    @Test
    void refusesMembers() {
        refusedAs(export(TestCallers.aMemberOf(ada), "?format=csv"), 403, "ACTION_FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "CSV", "csv,json", "foo:bar", " "})
    void refusesAFormatThatItDoesNotWrite(String format) {
        Response answer = given().header("Authorization", TestCallers.bearer(ada))
                .queryParam("format", format)
                .get(Exports.PATH);

        refusedAs(answer, 400, "FORMAT_INVALID");
        assertThat(answer.<String>path("error.error_message")).isEqualTo("format: must be csv or json.");
    }

    @Test
    void refusesWhoeverIsNotSignedIn() {
        given().get(Exports.PATH).then().statusCode(401);
    }

    private ProducerRecord<String, String> requested(String name) {
        return SERVERS.say(new ServerRequested(ada.accountId(), server, ada.userId(), name, "zone", "plan"));
    }

    private static String idOf(ProducerRecord<String, String> said) {
        return CloudEventHeaders.from(said.headers()).id().toString();
    }

    private static void refusedAs(Response answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.<String>path("error.error_code")).isEqualTo(code);
    }
}
