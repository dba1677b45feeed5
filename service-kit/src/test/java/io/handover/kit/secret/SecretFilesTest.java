package io.handover.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets that a container gets as files. */
class SecretFilesTest {

    private static final String PASSWORD = "quarkus.datasource.password";
    private static final String LOCATIONS = "smallrye.config.source.file.locations";

    private static final int ENVIRONMENT = 300;

    @TempDir
    private Path folder;

    @BeforeEach
    void mount() throws IOException {
        Files.writeString(folder.resolve(PASSWORD), "from the file\n");
    }

    @Test
    void areTheValuesOfThePropertiesTheyAreNamedAfter() {
        SmallRyeConfig config = config(folder, Map.of());

        assertThat(config.getValue(PASSWORD, String.class)).isEqualTo("from the file");
    }

    @Test
    void comeAfterTheEnvironment() {
        SmallRyeConfig config = config(folder, Map.of(PASSWORD, "from the environment"));

        assertThat(config.getValue(PASSWORD, String.class)).isEqualTo("from the environment");
    }

    @Test
    void needNotBeThere() {
        SmallRyeConfig config = config(folder.resolve("nowhere"), Map.of());

        assertThat(config.getOptionalValue(PASSWORD, String.class)).isEmpty();
    }

    @Test
    void areLookedForWhereContainersMountThem() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredSources()
                .addDefaultSources()
                .build();

        assertThat(config.getValue(LOCATIONS, String.class)).isEqualTo("/run/secrets/handover");
    }

    private static SmallRyeConfig config(Path folder, Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredSources()
                .withSources(new PropertiesConfigSource(Map.of(LOCATIONS, folder.toString()), "location", ENVIRONMENT))
                .withSources(new PropertiesConfigSource(environment, "environment", ENVIRONMENT))
                .build();
    }
}
