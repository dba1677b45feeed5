package io.handover.provisioning.catalogue;

import static io.handover.provisioning.TestServers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CatalogueResourceTest {

    private final Caller ada = TestCallers.anAccount();

    @Test
    void listsZones() {
        Response zones = as(ada).get("/1.3/zone");

        assertThat(zones.<Map<String, String>>path("zones.zone.find { it.id == 'fi-hel1' }"))
                .isEqualTo(Map.of("id", "fi-hel1", "description", "Helsinki #1", "public", "yes"));
    }

    @Test
    void listsPlansWithNumbersAsNumbers() {
        Map<String, Object> plan = as(ada).get("/1.3/plan/").path("plans.plan.find { it.name == '1xCPU-2GB' }");

        assertThat(plan)
                .containsEntry("core_number", 1)
                .containsEntry("memory_amount", 2048)
                .containsEntry("storage_size", 50)
                .containsEntry("storage_tier", "maxiops")
                .containsEntry("public_traffic_out", 1024)
                .containsEntry("family", "general_purpose")
                .containsEntry("current_offering", "yes");
    }

    @Test
    void listsSizesWithNumbersAsStrings() {
        assertThat(as(ada).get("/1.3/server_size").<List<Map<String, Object>>>path("server_sizes.server_size"))
                .contains(Map.of("core_number", "1", "memory_amount", "1024"))
                .doesNotHaveDuplicates();
    }

    @Test
    void listsPricesAndTimezones() {
        Response prices = as(ada).get("/1.3/price");
        assertThat(prices.<String>path("prices.currency")).isEqualTo("EUR");
        assertThat(prices.<List<String>>path("prices.zone.name"))
                .isEqualTo(as(ada).get("/1.3/zone").path("zones.zone.id"));
        assertThat(prices.<Map<String, Object>>path("prices.zone[0].firewall"))
                .isEqualTo(Map.of("amount", 1, "price", 0.56f));
        assertThat(prices.<Map<String, Object>>path("prices.zone[0]")).containsKey("server_plan_1xCPU-2GB");
        assertThat(as(ada).get("/1.3/timezone").<List<String>>path("timezones.timezone"))
                .contains("UTC", "Europe/Helsinki");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/1.3/zone", "/1.3/plan", "/1.3/server_size", "/1.3/price", "/1.3/timezone"})
    void isForMembersToo(String path) {
        assertThat(as(TestCallers.aMemberOf(ada)).get(path).statusCode()).isEqualTo(200);
        assertThat(given().get(path).statusCode()).isEqualTo(401);
        assertThat(as(ada).delete(path).statusCode()).isEqualTo(405);
    }
}
