package io.handover.provisioning.firewall;

import static io.handover.provisioning.TestServers.PATH;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.refusedAs;
import static io.handover.provisioning.TestServers.requested;
import static io.handover.provisioning.TestServers.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.kit.caller.Caller;
import io.handover.provisioning.TestDatabase;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FirewallResourceTest {

    private static final String IN = "\"action\":\"accept\",\"direction\":\"in\"";

    private final Caller ada = TestCallers.anAccount();
    private String server = "";
    private String rules = "";

    @BeforeEach
    void requestAServer() {
        server = requested(ada, "web.example.org");
        rules = PATH + "/" + server + "/firewall_rule";
    }

    @Test
    void hasNoRulesAtFirst() {
        assertThat(listed()).isEmpty();
    }

    @Test
    void keepsWhatARuleSays() {
        String ssh = """
                "action":"accept","direction":"in","family":"IPv4","protocol":"tcp","comment":"ssh","position":"1",
                "source_address_start":"10.0.0.9","source_address_end":"10.0.0.10",
                "destination_port_start":22,"destination_port_end":"22\"""";

        Response answer = add(ssh);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        Map<String, Object> kept = as(ada).get(rules + "/1/").path("firewall_rule");
        assertThat(kept)
                .isEqualTo(answer.path("firewall_rule"))
                .containsEntry("action", "accept")
                .containsEntry("destination_port_start", "22")
                .containsEntry("source_address_end", "10.0.0.10")
                .containsEntry("position", "1")
                .containsEntry("icmp_type", "");
    }

    @Test
    void keepsRulesInOrder() {
        add(IN + ",\"comment\":\"b\"");
        add(IN + ",\"comment\":\"c\",\"position\":\"0\"");
        add(IN + ",\"comment\":\"a\",\"position\":1");

        assertThat(listed()).containsExactly("a", "b", "c");
        assertThat(as(ada).delete(rules + "/2").statusCode()).isEqualTo(204);
        assertThat(listed()).containsExactly("a", "c");
        assertThat(as(ada).get(rules).<List<String>>path("firewall_rules.firewall_rule.position"))
                .containsExactly("1", "2");
    }

    @Test
    void replacesAllRules() {
        add(IN + ",\"comment\":\"old\"");

        Response answer = replace("{" + IN + ",\"comment\":\"x\"},{" + IN + ",\"comment\":\"y\"}");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
        assertThat(listed()).containsExactly("x", "y");
        assertThat(replace("").statusCode()).isEqualTo(204);
        assertThat(listed()).isEmpty();
    }

    @Test
    void keepsAThousandRulesAndNoMore() {
        assertThat(replace(("{" + IN + "},").repeat(998) + "{" + IN + "}").statusCode())
                .isEqualTo(204);
        assertThat(add(IN).statusCode()).isEqualTo(201);
        refusedAs(add(IN), 409, "FIREWALL_RULE_LIMIT_REACHED");
        refusedAs(replace(("{" + IN + "},").repeat(1000) + "{" + IN + "}"), 409, "FIREWALL_RULE_LIMIT_REACHED");
        assertThat(listed()).hasSize(1000);
    }

    /** Added to a rule that accepts everything; of a field that comes twice, the last counts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "action":""                                                         | ACTION_MISSING
            "action":"eat"                                                      | ACTION_INVALID
            "direction":null                                                    | DIRECTION_MISSING
            "direction":"up"                                                    | DIRECTION_INVALID
            "family":"IPv5"                                                     | FAMILY_INVALID
            "protocol":"sctp"                                                   | PROTOCOL_INVALID
            "protocol":"icmp","icmp_type":"256"                                 | ICMP_TYPE_INVALID
            "protocol":"tcp","icmp_type":"8"                                    | ICMP_TYPE_PROTOCOL_MISMATCH
            "destination_port_start":"22"                                       | PORT_PROTOCOL_MISMATCH
            "protocol":"tcp","destination_port_start":"0"                       | DESTINATION_PORT_START_INVALID
            "protocol":"tcp","destination_port_end":"65536"                     | DESTINATION_PORT_END_INVALID
            "protocol":"udp","source_port_start":"2","source_port_end":"1"      | SOURCE_PORT_ORDER_ILLEGAL
            "source_address_start":"moon"                                       | SOURCE_ADDRESS_START_INVALID
            "family":"IPv6","destination_address_end":"10.0.0.1"                | DESTINATION_ADDRESS_END_INVALID
            "source_address_start":"10.0.0.200","source_address_end":"10.0.0.9" | SOURCE_ADDRESS_ORDER_ILLEGAL
            "position":"2"                                                      | POSITION_INVALID
            "position":"first"                                                  | POSITION_INVALID
            """)
    void refusesARuleThatSays(String fields, String code) {
        refusedAs(add(IN + "," + fields), 400, code);
        assertThat(listed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"249,201", "250,201", "251,400"})
    void boundsTheLengthOfComments(int length, int status) {
        assertThat(add(IN + ",\"comment\":\"" + "x".repeat(length) + "\"").statusCode())
                .isEqualTo(status);
    }

    @Test
    void refusesWhatIsNoRule() {
        refusedAs(as(ada).body("{}").post(rules), 400, "REQUEST_INVALID");
        refusedAs(as(ada).body("{}").put(rules), 400, "REQUEST_INVALID");
        refusedAs(as(ada).get(rules + "/1"), 404, "FIREWALL_RULE_NOT_FOUND");
        refusedAs(as(ada).delete(rules + "/1"), 404, "FIREWALL_RULE_NOT_FOUND");
        refusedAs(as(ada).get(PATH + "/moon/firewall_rule"), 400, "SERVER_INVALID");
        refusedAs(as(ada).patch(rules), 405, "METHOD_NOT_ALLOWED");
        refusedAs(as(ada).post(rules + "/1"), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void isForThoseWhoControlTheServer() {
        Caller eve = TestCallers.anAccount();

        refusedAs(as(eve).get(rules), 404, "SERVER_NOT_FOUND");
        refusedAs(as(TestCallers.aMemberOf(ada)).get(rules), 403, "SERVER_FORBIDDEN");
        refusedAs(as(eve).body("{\"firewall_rule\":{" + IN + "}}").post(rules), 404, "SERVER_NOT_FOUND");
    }

    @Test
    void goesWithItsServer() {
        String id = stopped(ada, "old.example.org");
        as(ada).body("{\"firewall_rule\":{" + IN + "}}").post(PATH + "/" + id + "/firewall_rule");

        as(ada).delete(PATH + "/" + id).then().statusCode(204);

        assertThat(TestDatabase.count("firewall", "server_id", id)).isZero();
    }

    private Response add(String fields) {
        return as(ada).body("{\"firewall_rule\":{" + fields + "}}").post(rules);
    }

    private Response replace(String all) {
        return as(ada).body("{\"firewall_rules\":{\"firewall_rule\":[" + all + "]}}")
                .put(rules);
    }

    private List<String> listed() {
        return as(ada).get(rules).path("firewall_rules.firewall_rule.comment");
    }
}
