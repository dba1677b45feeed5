package io.handover.test.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A service's OpenAPI document, checked in under {@code openapi} at the top of the project: whoever changes an API sees
 * it in the change.
 */
public final class CheckedInDocument {

    private static final Path FOLDER = Path.of("..", "openapi");
    private static final String ACCEPT = "handover.openapi.accept";

    private CheckedInDocument() {}

    /**
     * Compares the document that the running service answers with the one that is checked in; with
     * {@code -Dhandover.openapi.accept} it replaces that one.
     *
     * @param service the module's name
     */
    public static void isCurrent(String service) {
        String current = given().accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Path file = FOLDER.resolve(service + ".yaml");
        try {
            if (System.getProperty(ACCEPT) != null) {
                Files.writeString(file, current);
            }
            assertThat(current)
                    .as("%s; accept a change with: ./handover openapi", file)
                    .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
