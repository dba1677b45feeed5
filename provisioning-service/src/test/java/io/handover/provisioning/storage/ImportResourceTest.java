package io.handover.provisioning.storage;

import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.refusedAs;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is to be imported is kept, and said to have failed: no back end takes content. */
@QuarkusTest
class ImportResourceTest {

    private final Caller ada = TestCallers.anAccount();
    private String path = "";

    @BeforeEach
    void makeAStorage() {
        path = "/1.3/storage/"
                + as(ada).body("{\"storage\":{\"zone\":\"fi-hel1\",\"title\":\"iso\",\"size\":10}}")
                        .post("/1.3/storage")
                        .path("storage.uuid")
                + "/import";
    }

    @Test
    void saysThatNothingIsImported() {
        refusedAs(as(ada).get(path), 404, "NOT_FOUND");

        Response answer = ask("\"source\":\"http_import\",\"source_location\":\"https://example.org/a.iso\"");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.<Map<String, Object>>path("storage_import"))
                .containsEntry("state", "failed")
                .containsEntry("error_code", "IMPORT_UNSUPPORTED")
                .containsEntry("source_location", "https://example.org/a.iso")
                .containsEntry("read_bytes", 0);
        assertThat(as(ada).get(path).<String>path("storage_import.source")).isEqualTo("http_import");
        assertThat(as(ada).post(path + "/cancel").statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "source":"direct_upload"                                   | 201 |
        "source":"moon"                                            | 400 | SOURCE_INVALID
        "source_location":"https://example.org/"                   | 400 | SOURCE_INVALID
        "source":"http_import"                                     | 400 | SOURCE_LOCATION_INVALID
        "source":"http_import","source_location":"file:///etc"     | 400 | SOURCE_LOCATION_INVALID
        """)
    void knowsWhatCouldBeImported(String fields, int status, String code) {
        Response answer = ask(fields);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("error.error_code")).isEqualTo(code);
    }

    @Test
    void hidesForeignImports() {
        ask("\"source\":\"direct_upload\"").then().statusCode(201);

        refusedAs(as(TestCallers.anAccount()).get(path), 404, "STORAGE_NOT_FOUND");
        refusedAs(as(TestCallers.aMemberOf(ada)).get(path), 403, "STORAGE_FORBIDDEN");
        refusedAs(as(ada).body("{}").post(path), 400, "REQUEST_INVALID");
    }

    private Response ask(String fields) {
        return as(ada).body("{\"storage_import\":{" + fields + "}}").post(path);
    }
}
