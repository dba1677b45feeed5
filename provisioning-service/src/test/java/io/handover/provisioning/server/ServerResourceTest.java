package io.handover.provisioning.server;

import static io.handover.provisioning.FakeSandbox.sandbox;
import static io.handover.provisioning.TestServers.PATH;
import static io.handover.provisioning.TestServers.UBUNTU;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.awaitState;
import static io.handover.provisioning.TestServers.body;
import static io.handover.provisioning.TestServers.deployed;
import static io.handover.provisioning.TestServers.details;
import static io.handover.provisioning.TestServers.disk;
import static io.handover.provisioning.TestServers.refusedAs;
import static io.handover.provisioning.TestServers.request;
import static io.handover.provisioning.TestServers.requested;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.kit.caller.Caller;
import io.handover.provisioning.TestDatabase;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ServerResourceTest {

    private final Caller ada = TestCallers.anAccount();

    @Test
    void answersWithUpCloudsTypes() {
        Response answer = request(ada, body("web.example.org", 25));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(answer.contentType()).isEqualToIgnoringCase("application/json;charset=UTF-8");
        Map<String, Object> server = answer.path("server");
        assertThat(server)
                .containsEntry("core_number", "1")
                .containsEntry("memory_amount", "1024")
                .containsEntry("license", 0)
                .containsEntry("progress", "0")
                .containsEntry("plan_ipv4_bytes", "0")
                .containsEntry("plan_ipv6_bytes", "0")
                .containsEntry("state", "maintenance")
                .containsEntry("simple_backup", "no")
                .containsEntry("firewall", "off")
                .containsEntry("metadata", "no")
                .containsEntry("timezone", "UTC")
                .containsEntry("video_model", "vga")
                .containsEntry("nic_model", "virtio")
                .containsEntry("boot_order", "disk")
                .containsEntry("remote_access_enabled", "no")
                .containsEntry("tags", Map.of("tag", List.of()))
                .containsEntry("labels", Map.of("label", List.of()))
                .hasEntrySatisfying("created", created -> assertThat(created).isInstanceOf(Integer.class))
                .hasEntrySatisfying("uuid", uuid -> assertThat((String) uuid).startsWith("00"))
                .doesNotContainKeys("remote_access_port", "host");
    }

    @Test
    void showsDisksWithUpCloudsTypes() {
        Response answer = request(ada, body("web.example.org", 25));

        Map<String, Object> device = answer.path("server.storage_devices.storage_device[0]");
        assertThat(device)
                .containsEntry("address", "virtio:0")
                .containsEntry("boot_disk", "0")
                .containsEntry("labels", List.of())
                .containsEntry("part_of_plan", "yes")
                .containsEntry("storage_encrypted", "no")
                .containsEntry("storage_size", 25)
                .containsEntry("storage_tier", "maxiops")
                .containsEntry("storage_title", "os")
                .containsEntry("type", "disk")
                .hasEntrySatisfying(
                        "storage", storage -> assertThat((String) storage).startsWith("01"))
                .doesNotContainKeys("made", "source");
    }

    @Test
    void showsTheAddressToLogInToAsThePublicOne() {
        String id = deployed(ada, "web.example.org");

        Response server = details(ada, id);

        assertThat(server.<String>path("server.ip_addresses.ip_address.find { it.access == 'public' }.address"))
                .isEqualTo("127.0.0.1");
        assertThat(server.<List<Integer>>path("server.networking.interfaces.interface.index"))
                .containsExactly(1, 2);
        assertThat(server.<List<String>>path("server.networking.interfaces.interface.type"))
                .containsExactly("public", "utility");
        assertThat(server.<String>path("server.networking.interfaces.interface[0].ip_addresses.ip_address[0].address"))
                .isEqualTo("127.0.0.1");
        assertThat(as(ada).get(PATH + "/" + id + "/networking").<Object>path("networking"))
                .isEqualTo(server.path("server.networking"));
        assertThat(details(ada, id).<Object>path("server.networking")).isEqualTo(server.path("server.networking"));
    }

    @Test
    void takesWhatClientsSend() {
        String everything = """
                "metadata":"yes","firewall":"on","simple_backup":"0430,dailies","timezone":"Europe/Helsinki",
                "video_model":"cirrus","nic_model":"e1000","boot_order":"cdrom,disk","remote_access_enabled":"no",
                "core_number":"1","memory_amount":1024,"user_data":"#!/bin/sh","server_group":null,"ip_addresses":{},
                "labels":{"label":[{"key":"env","value":"dev"}]},"password_delivery":"none",
                "networking":{"interfaces":{"interface":[{"type":"public","ip_addresses":{"ip_address":[
                {"family":"IPv4"}]}}]}},""";

        Response answer = request(ada, body("web.example.org", everything + disk(25)));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        Map<String, Object> server = answer.path("server");
        assertThat(server)
                .containsEntry("metadata", "yes")
                .containsEntry("firewall", "on")
                .containsEntry("simple_backup", "0430,dailies")
                .containsEntry("timezone", "Europe/Helsinki")
                .containsEntry("video_model", "cirrus")
                .containsEntry("nic_model", "e1000")
                .containsEntry("boot_order", "cdrom,disk")
                .containsEntry("labels", Map.of("label", List.of(Map.of("key", "env", "value", "dev"))));
        assertThat(answer.<List<String>>path("server.networking.interfaces.interface.type"))
                .containsExactly("public");
    }

    @Test
    void makesACustomServer() {
        String wish = """
                {"server":{"hostname":"web","title":"web","zone":"fi-hel1","core_number":3,"memory_amount":"3072",
                 "password_delivery":"none","networking":null,%s}}""".formatted(disk(25));

        Response answer = request(ada, wish);

        assertThat(answer.<String>path("server.plan")).isEqualTo("custom");
        assertThat(answer.<String>path("server.core_number")).isEqualTo("3");
        assertThat(answer.<String>path("server.memory_amount")).isEqualTo("3072");
    }

    @Test
    void keepsDisksInTheOrderTheyWereAskedFor() {
        String data = as(ada).body("{\"storage\":{\"zone\":\"fi-hel1\",\"title\":\"data\",\"size\":10}}")
                .post("/1.3/storage")
                .path("storage.uuid");
        String devices = """
                "password_delivery":"none","storage_devices":{"storage_device":[
                {"action":"create","storage":"","title":"first","size":"11","tier":"hdd"},
                {"action":"attach","storage":"%s","address":"virtio:0"},
                {"action":"clone","storage":"%s","title":"third"}]}""".formatted(data, UBUNTU);

        Response answer = request(ada, body("web.example.org", devices));

        assertThat(answer.<List<String>>path("server.storage_devices.storage_device.storage_title"))
                .as(answer.asString())
                .containsExactly("first", "data", "third");
        assertThat(answer.<List<String>>path("server.storage_devices.storage_device.address"))
                .containsExactly("virtio:1", "virtio:0", "virtio:2");
        assertThat(answer.<List<Integer>>path("server.storage_devices.storage_device.storage_size"))
                .containsExactly(11, 10, 4);
    }

    @Test
    void listsOwnServersOnly() {
        String id = requested(ada, "web.example.org");
        requested(TestCallers.anAccount(), "web.example.org");

        Response list = as(ada).get(PATH + "/");

        assertThat(list.<List<String>>path("servers.server.uuid")).containsExactly(id);
        assertThat(list.<Map<String, Object>>path("servers.server[0]")).doesNotContainKey("storage_devices");
    }

    @Test
    void findsByLabels() {
        String both = labelled("env", "dev", "team", "core");
        labelled("env", "prod", "team", "core");

        assertThat(listed("env")).hasSize(2);
        assertThat(listed("env=dev")).containsExactly(both);
        assertThat(listed("team=core", "env=dev")).containsExactly(both);
        assertThat(listed("env=test")).isEmpty();
        assertThat(as(ada).get(PATH + "/labels").<List<Object>>path("$")).hasSize(3);
    }

    @Test
    void keepsWhatItIsToldOfAConsoleButNoPassword() {
        String console = "\"remote_access_enabled\":\"yes\",\"remote_access_type\":\"spice\","
                + "\"remote_access_password\":\"PY366Vu2\",\"password_delivery\":\"none\",";

        Response answer = request(ada, body("web.example.org", console + disk(25)));

        assertThat(details(ada, answer.path("server.uuid")).<Map<String, Object>>path("server"))
                .containsEntry("remote_access_enabled", "yes")
                .containsEntry("remote_access_type", "spice")
                .doesNotContainKeys("remote_access_password", "remote_access_port", "remote_access_host");
        assertThat(TestDatabase.tablesWith("PY366Vu2")).isEmpty();
    }

    @Test
    void showsItsHostWhileItIsStarted() {
        String id = deployed(ada, "web.example.org");
        assertThat(details(ada, id).<Long>path("server.host")).isEqualTo(5_872_304_771L);
        assertThat(as(ada).get(PATH + "?host=5872304771").<List<String>>path("servers.server.uuid"))
                .containsExactly(id);
        assertThat(as(ada).get(PATH + "?host=5889081987").<List<String>>path("servers.server.uuid"))
                .isEmpty();

        as(ada).post(PATH + "/" + id + "/stop").then().statusCode(200);
        awaitState(ada, id, "stopped");

        assertThat(details(ada, id).<Map<String, Object>>path("server")).doesNotContainKey("host");
    }

    @Test
    void keepsItsInterfacesAsTheyWereAskedFor() {
        String network = "03000000-0000-4000-8000-000000000001";
        String nics = """
                "password_delivery":"none","networking":{"interfaces":{"interface":[
                 {"type":"public","index":3,"bootable":"no","source_ip_filtering":"yes","ip_addresses":{"ip_address":[
                  {"family":"IPv6"}]}},
                 {"type":"private","network":"%s","bootable":"yes","source_ip_filtering":"no","ip_addresses":{"ip_address":
                  [{"family":"IPv4","address":"172.16.0.4"}]}}]}},""".formatted(network);

        Response answer = request(ada, body("web.example.org", nics + disk(25)));

        assertThat(answer.<List<Integer>>path("server.networking.interfaces.interface.index"))
                .as(answer.asString())
                .containsExactly(3, 1);
        Map<String, Object> nic = answer.path("server.networking.interfaces.interface[1]");
        assertThat(nic)
                .containsEntry("type", "private")
                .containsEntry("network", network)
                .containsEntry("bootable", "yes")
                .containsEntry("source_ip_filtering", "no");
        assertThat(answer.<List<String>>path("server.ip_addresses.ip_address.family"))
                .containsExactly("IPv6", "IPv4");
        assertThat(answer.<List<String>>path("server.ip_addresses.ip_address.address"))
                .contains("172.16.0.4");
        assertThat(details(ada, answer.path("server.uuid")).<Object>path("server.networking"))
                .isEqualTo(answer.path("server.networking"));
    }

    @Test
    void takesAddressesInTheirOlderForm() {
        String addresses = "\"ip_addresses\":{\"ip_address\":[{\"family\":\"IPv4\",\"access\":\"utility\"}]},"
                + "\"password_delivery\":\"none\",";

        Response answer = request(ada, body("web.example.org", addresses + disk(25)));

        assertThat(answer.<List<String>>path("server.networking.interfaces.interface.type"))
                .as(answer.asString())
                .containsExactly("utility");
    }

    @Test
    void listsTheAddressesOfOwnServers() {
        String id = deployed(ada, "web.example.org");

        Response list = as(ada).get("/1.3/ip_address/");

        assertThat(list.<List<String>>path("ip_addresses.ip_address.server")).containsOnly(id);
        assertThat(list.<List<String>>path("ip_addresses.ip_address.access")).containsExactly("public", "utility");
        assertThat(as(TestCallers.aMemberOf(ada)).get("/1.3/ip_address").<List<Object>>path("ip_addresses.ip_address"))
                .isEmpty();
    }

    @Test
    void changesWhatItIsTold() {
        String id = deployed(ada, "web.example.org");

        Response answer = as(ada).body("""
                        {"server":{"title":"new","hostname":"new.example.org","timezone":"Europe/Helsinki","firewall":"on",
                         "core_number":"1","memory_amount":"1024","plan":"1xCPU-1GB",
                         "labels":{"label":[{"key":"env","value":""}]}}}""").put(PATH + "/" + id);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        Map<String, Object> server = details(ada, id).path("server");
        assertThat(server)
                .containsEntry("title", "new")
                .containsEntry("hostname", "new.example.org")
                .containsEntry("timezone", "Europe/Helsinki")
                .containsEntry("firewall", "on")
                .containsEntry("nic_model", "virtio")
                .containsEntry("labels", Map.of("label", List.of(Map.of("key", "env", "value", ""))));
    }

    @Test
    void changesItsSizeOnlyWhenStopped() {
        String id = deployed(ada, "web.example.org");
        String larger = "{\"server\":{\"plan\":\"2xCPU-4GB\"}}";

        refusedAs(as(ada).body(larger).put(PATH + "/" + id), 409, "SERVER_STATE_ILLEGAL");
        as(ada).post(PATH + "/" + id + "/stop").then().statusCode(200);
        awaitState(ada, id, "stopped");
        Response answer = as(ada).body(larger).put(PATH + "/" + id);
        as(ada).post(PATH + "/" + id + "/start").then().statusCode(200);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.<String>path("server.core_number")).isEqualTo("2");
        await().untilAsserted(() -> assertThat(sandbox().runs(id)).isTrue());
        assertThat(sandbox().machine(id).path("cores").asInt()).isEqualTo(2);
        assertThat(sandbox().machine(id).path("memoryMib").asInt()).isEqualTo(4096);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                  | 400 | REQUEST_INVALID
            {"server":{"title":""}}                             | 400 | TITLE_MISSING
            {"server":{"hostname":"not a name"}}                | 400 | HOSTNAME_INVALID
            {"server":{"plan":"moon"}}                          | 400 | PLAN_INVALID
            {"server":{"core_number":2}}                        | 409 | PLAN_CORE_NUMBER_ILLEGAL
            {"server":{"timezone":"Moon/Crater"}}               | 400 | TIMEZONE_INVALID
            {"server":{"user_data":"echo"}}                     | 400 | USER_DATA_INVALID
            {"server":{"zone":"moon1"}}                         | 404 | ZONE_NOT_FOUND
            {"server":{"zone":"de-fra1"}}                       | 409 | SERVER_STATE_ILLEGAL
            {"server":{"zone":"fi-hel1","user_data":""}}        | 202 |
            {"server":{"labels":{"label":[{"key":"x"}]}}}       | 400 | INVALID_LABEL_KEY
            """)
    void refusesWhatIsNoChange(String change, int status, String code) {
        String id = requested(ada, "web.example.org");

        Response answer = as(ada).body(change).put(PATH + "/" + id);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("error.error_code")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[]", "", "null", "7", "{}", "{\"server\":null}", "{\"server\":\"web\"}", "{\"server\":[]}"
            })
    void refusesABodyThatIsNoServer(String body) {
        refusedAs(as(ada).body(body).post(PATH), 400, "REQUEST_INVALID");
    }

    /** Each replaces a good field, or adds one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "hostname":null                                             | 400 | HOSTNAME_MISSING
            "hostname":""                                               | 400 | HOSTNAME_MISSING
            "hostname":7                                                | 202 |
            "hostname":{}                                               | 400 | REQUEST_INVALID
            "hostname":"not a name"                                     | 400 | HOSTNAME_INVALID
            "hostname":"-web"                                           | 400 | HOSTNAME_INVALID
            "hostname":"web..org"                                       | 400 | HOSTNAME_INVALID
            "hostname":"web\\u0000"                                     | 400 | HOSTNAME_INVALID
            "title":null                                                | 400 | TITLE_MISSING
            "title":"a\\u0000b"                                         | 400 | TITLE_INVALID
            "title":[]                                                  | 400 | REQUEST_INVALID
            "zone":null                                                 | 400 | ZONE_MISSING
            "zone":"moon1"                                              | 404 | ZONE_NOT_FOUND
            "plan":"moon"                                               | 400 | PLAN_INVALID
            "core_number":2                                             | 409 | PLAN_CORE_NUMBER_ILLEGAL
            "core_number":"two"                                         | 400 | REQUEST_INVALID
            "memory_amount":"2048"                                      | 409 | PLAN_MEMORY_AMOUNT_ILLEGAL
            "plan":"custom","core_number":0                             | 400 | CORE_NUMBER_INVALID
            "plan":"custom","core_number":1                             | 202 |
            "plan":"custom","core_number":80                            | 202 |
            "plan":"custom","core_number":81                            | 400 | CORE_NUMBER_INVALID
            "plan":"custom","memory_amount":511                         | 400 | MEMORY_AMOUNT_INVALID
            "plan":"custom","memory_amount":512                         | 202 |
            "plan":"custom","memory_amount":307200                      | 202 |
            "plan":"custom","memory_amount":307201                      | 409 | SERVER_MEMORY_LIMIT_REACHED
            "plan":"custom","memory_amount":524288                      | 409 | SERVER_MEMORY_LIMIT_REACHED
            "plan":"custom","memory_amount":524289                      | 400 | MEMORY_AMOUNT_INVALID
            "firewall":"yes"                                            | 400 | FIREWALL_INVALID
            "metadata":"on"                                             | 400 | METADATA_INVALID
            "metadata":"no"                                             | 400 | METADATA_DISABLED_ON_CLOUD-INIT
            "metadata":"yes"                                            | 202 |
            "simple_backup":"2500,daily"                                | 400 | SIMPLE_BACKUP_INVALID
            "timezone":"Moon/Crater"                                    | 400 | TIMEZONE_INVALID
            "video_model":"cga"                                         | 400 | VIDEO_MODEL_INVALID
            "nic_model":"ne2000"                                        | 400 | NIC_MODEL_INVALID
            "boot_order":"floppy"                                       | 400 | BOOT_ORDER_INVALID
            "remote_access_enabled":"maybe"                             | 400 | REMOTE_ACCESS_ENABLED_INVALID
            "remote_access_type":"telepathy"                            | 400 | REMOTE_ACCESS_TYPE_INVALID
            "remote_access_password":"PY366Vu"                          | 400 | REMOTE_ACCESS_PASSWORD_INVALID
            "remote_access_password":"PY366Vu2"                         | 202 |
            "remote_access_password":"PY366Vu22"                        | 400 | REMOTE_ACCESS_PASSWORD_INVALID
            "remote_access_password":"PY366-u2"                         | 400 | REMOTE_ACCESS_PASSWORD_INVALID
            "core_number":"","memory_amount":"","host":""               | 202 |
            "host":5872304771                                           | 202 |
            "host":"5872304771"                                         | 202 |
            "host":7                                                    | 404 | HOST_NOT_FOUND
            "host":5889081987                                           | 403 | HOST_FORBIDDEN
            "avoid_host":5889081987                                     | 202 |
            "avoid_host":7                                              | 404 | HOST_NOT_FOUND
            "avoid_host":5872304771                                     | 409 | SERVER_RESOURCES_UNAVAILABLE
            "password_delivery":"pigeon"                                | 400 | PASSWORD_DELIVERY_INVALID
            "login_user":{"create_password":"maybe"}                    | 400 | CREATE_PASSWORD_INVALID
            "login_user":{"ssh_keys":{"ssh_key":["not a key"]}}         | 400 | SSH_KEY_INVALID
            "login_user":{"ssh_keys":["x"]}                             | 400 | REQUEST_INVALID
            "networking":{"interfaces":{"interface":[{"type":"moon"}]}} | 400 | NETWORKING_INVALID
            "networking":{"interfaces":{"interface":[null]}}            | 400 | NETWORKING_INVALID
            "networking":{"interfaces":{"interface":null}}              | 202 |
            "networking":{"interfaces":{"interface":[{"type":"private"}]}}                     | 400 | NETWORK_MISSING
            "networking":{"interfaces":{"interface":[{"type":"private","network":"x"}]}}       | 400 | NETWORK_INVALID
            "networking":{"interfaces":{"interface":[{"type":"public","index":0}]}}            | 400 | INDEX_INVALID
            "networking":{"interfaces":{"interface":[{"type":"public","index":255}]}}          | 202 |
            "networking":{"interfaces":{"interface":[{"type":"public","index":256}]}}          | 400 | INDEX_INVALID
            "networking":{"interfaces":{"interface":[{"type":"public","bootable":"maybe"}]}}   | 400 | BOOTABLE_INVALID
            "networking":{"interfaces":{"interface":[{"type":"public","source_ip_filtering":"x"}]}} | 400 | SOURCE_IP_FILTERING_INVALID
            "ip_addresses":{"ip_address":[{"access":"moon"}]}           | 400 | NETWORKING_INVALID
            "ip_addresses":{"ip_address":[{"family":"IPv5"}]}           | 400 | FAMILY_INVALID
            "ip_addresses":{"ip_address":[{"address":"moon"}]}          | 400 | IP_ADDRESS_INVALID
            "labels":{"label":[{"key":"x","value":"y"}]}                | 400 | INVALID_LABEL_KEY
            "labels":{"label":[null]}                                   | 400 | INVALID_LABEL_KEY
            "labels":{"label":[{"key":"ab","value":"\\u0000"}]}         | 400 | INVALID_LABEL_VALUE
            "labels":{"label":[{"key":"ab"},{"key":"ab"}]}              | 400 | DUPLICATE_LABEL_KEYS
            "labels":[]                                                 | 400 | REQUEST_INVALID
            "storage_devices":null                                      | 400 | STORAGE_DEVICES_MISSING
            "storage_devices":{"storage_device":[]}                     | 400 | STORAGE_DEVICES_MISSING
            """)
    void knowsWhatAFieldMayHold(String field, int status, String code) {
        String good = body("web.example.org", 25);

        Response answer = request(ada, good.substring(0, good.length() - 2) + "," + field + "}}");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("error.error_code")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                   | 400 | ACTION_MISSING
            null                                                                 | 400 | ACTION_MISSING
            {"action":"eat"}                                                     | 400 | ACTION_INVALID
            {"action":"create","title":"d"}                                      | 400 | SIZE_MISSING
            {"action":"create","title":"d","size":0}                             | 400 | SIZE_INVALID
            {"action":"create","title":"d","size":4096}                          | 202 |
            {"action":"create","title":"d","size":4097}                          | 400 | SIZE_INVALID
            {"action":"create","size":10}                                        | 400 | STORAGE_TITLE_MISSING
            {"action":"create","title":"<b>","size":10}                          | 400 | STORAGE_TITLE_INVALID
            {"action":"create","title":"d","size":10,"tier":"moon"}              | 400 | TIER_INVALID
            {"action":"create","title":"d","size":10,"type":"cdrom"}             | 400 | TYPE_INVALID
            {"action":"create","title":"d","size":10,"encrypted":"maybe"}        | 400 | ENCRYPTED_INVALID
            {"action":"create","title":"d","size":10,"address":"moon:1"}         | 400 | STORAGE_DEVICE_INVALID
            {"action":"create","title":"d","size":10,"address":"virtio:16"}      | 400 | STORAGE_DEVICE_INVALID
            {"action":"create","title":"d","size":10,"labels":[{"key":"x"}]}     | 400 | INVALID_LABEL_KEY
            {"action":"clone","title":"d"}                                       | 400 | STORAGE_MISSING
            {"action":"clone","title":"d","storage":"moon"}                      | 400 | STORAGE_INVALID
            {"action":"clone","title":"d","storage":"{unknown}"}                 | 404 | STORAGE_NOT_FOUND
            {"action":"clone","title":"d","storage":"{template}","size":3}       | 400 | SIZE_INVALID
            {"action":"clone","title":"d","storage":"{template}","size":4}       | 202 |
            {"action":"attach","storage":"{unknown}"}                            | 404 | STORAGE_NOT_FOUND
            {"action":"attach","storage":"{template}"}                           | 400 | PUBLIC_STORAGE_ATTACH
            """)
    void knowsWhatADiskMayBe(String device, int status, String code) {
        String wish = device.replace("{unknown}", UUID.randomUUID().toString()).replace("{template}", UBUNTU);

        Response answer = request(ada, body("web.example.org", devices(wish)));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("error.error_code")).isEqualTo(code);
    }

    @Test
    void refusesTheSameAddressTwiceAndMoreThanSixteenDisks() {
        String disk = "{\"action\":\"create\",\"title\":\"d\",\"size\":1}";
        String atZero = "{\"action\":\"create\",\"title\":\"d\",\"size\":1,\"address\":\"virtio:0\"}";

        refusedAs(request(ada, body("web", devices(atZero + "," + atZero))), 409, "DEVICE_ADDRESS_IN_USE");
        assertThat(request(ada, body("web", devices((disk + ",").repeat(15) + disk)))
                        .statusCode())
                .isEqualTo(202);
        refusedAs(request(ada, body("web", devices((disk + ",").repeat(16) + disk))), 400, "STORAGE_DEVICES_INVALID");
    }

    @ParameterizedTest
    @CsvSource({"7,202", "8,202", "9,409"})
    void boundsDisksAndInterfacesTogether(int interfaces, int status) {
        String nic = "{\"type\":\"utility\"}";
        String disk = "{\"action\":\"create\",\"title\":\"d\",\"size\":1}";
        String nics = (nic + ",").repeat(interfaces - 1) + nic;
        String networking = "\"networking\":{\"interfaces\":{\"interface\":[" + nics + "]}},";

        Response answer = request(ada, body("web", networking + devices((disk + ",").repeat(15) + disk)));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    }

    @Test
    void refusesADiskOfAnotherServerOrZone() {
        String id = requested(ada, "web.example.org");
        String attached = details(ada, id).path("server.storage_devices.storage_device[0].storage");
        String elsewhere = as(ada).body("{\"storage\":{\"zone\":\"de-fra1\",\"title\":\"data\",\"size\":10}}")
                .post("/1.3/storage")
                .path("storage.uuid");

        refusedAs(
                request(ada, body("web", devices("{\"action\":\"attach\",\"storage\":\"" + attached + "\"}"))),
                409,
                "STORAGE_IN_USE");
        refusedAs(
                request(ada, body("web", devices("{\"action\":\"attach\",\"storage\":\"" + elsewhere + "\"}"))),
                400,
                "ZONE_MISMATCH");
    }

    @ParameterizedTest
    @CsvSource({"127,202", "128,202", "129,400"})
    void boundsTheLengthOfHostnames(int length, int status) {
        String hostname = ("a".repeat(60) + ".").repeat(3).substring(0, length - 1) + "z";

        assertThat(request(ada, body(hostname, 25)).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"254,202", "255,202", "256,400"})
    void boundsTheLengthOfTitles(int length, int status) {
        String wish = body("web", 25).replace("\"title\":\"web\"", "\"title\":\"" + "å".repeat(length) + "\"");

        assertThat(request(ada, wish).statusCode()).isEqualTo(status);
    }

    @Test
    void leavesNothingOfARefusedServer() {
        String second = "{\"action\":\"clone\",\"title\":\"d\",\"storage\":\"" + UUID.randomUUID() + "\"}";
        String first = "{\"action\":\"create\",\"title\":\"d\",\"size\":1}";

        refusedAs(request(ada, body("web", devices(first + "," + second))), 404, "STORAGE_NOT_FOUND");

        assertThat(as(ada).get(PATH).<List<Object>>path("servers.server")).isEmpty();
        assertThat(as(ada).get("/1.3/storage/private").<List<Object>>path("storages.storage"))
                .isEmpty();
        assertThat(TestDatabase.count(
                        "account_version", "account_id", ada.accountId().toString()))
                .isZero();
    }

    @Test
    void boundsWhatAnAccountUsesTogether() {
        String plan = "\"plan\":\"custom\",\"password_delivery\":\"none\",\"core_number\":";

        assertThat(request(ada, body("web", plan + "79," + disk(25))).statusCode())
                .isEqualTo(202);
        assertThat(request(ada, body("web", plan + "20," + disk(25))).statusCode())
                .isEqualTo(202);
        assertThat(request(ada, body("web", plan + "1," + disk(25))).statusCode())
                .isEqualTo(202);
        refusedAs(request(ada, body("web", plan + "1," + disk(25))), 409, "SERVER_CORE_LIMIT_REACHED");
    }

    @Test
    void hidesForeignServersAndKnowsIds() {
        String id = requested(ada, "web.example.org");
        Caller eve = TestCallers.anAccount();

        refusedAs(details(eve, id), 404, "SERVER_NOT_FOUND");
        refusedAs(as(eve).post(PATH + "/" + id + "/stop"), 404, "SERVER_NOT_FOUND");
        refusedAs(as(eve).delete(PATH + "/" + id), 404, "SERVER_NOT_FOUND");
        refusedAs(as(eve).body("{\"server\":{\"title\":\"mine\"}}").put(PATH + "/" + id), 404, "SERVER_NOT_FOUND");
        refusedAs(details(ada, UUID.randomUUID().toString()), 404, "SERVER_NOT_FOUND");
        refusedAs(details(ada, "moon"), 400, "SERVER_INVALID");
        assertThat(given().get(PATH).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/moon", "/{id}/moon", "/{id}/start/now", "/{id}/firewall_rule/1/2", "/tag"})
    void answersUnknownPathsInJson(String path) {
        String id = requested(ada, "web.example.org");

        for (String method : List.of("GET", "POST", "PATCH")) {
            Response answer = as(ada).body("{}").request(method, PATH + path.replace("{id}", id));

            assertThat(answer.statusCode()).as(method + " " + path).isBetween(400, 405);
            assertThat(answer.<String>path("error.error_code")).isNotEmpty();
        }
    }

    private String labelled(String... pairs) {
        String labels = "\"labels\":{\"label\":[{\"key\":\"%s\",\"value\":\"%s\"},{\"key\":\"%s\",\"value\":\"%s\"}]},"
                .formatted((Object[]) pairs);
        return request(ada, body("web.example.org", labels + "\"password_delivery\":\"none\"," + disk(25)))
                .path("server.uuid");
    }

    private List<String> listed(String... labels) {
        return as(ada).queryParam("label", List.of(labels)).get(PATH + "/").path("servers.server.uuid");
    }

    private static String devices(String devices) {
        return "\"password_delivery\":\"none\",\"storage_devices\":{\"storage_device\":[" + devices + "]}";
    }
}
