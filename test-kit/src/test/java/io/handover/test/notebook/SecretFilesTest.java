package io.handover.test.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;
import org.junit.jupiter.api.Test;

/** A running application reads its secrets from files, too. */
@QuarkusTest
class SecretFilesTest {

    @Test
    void giveTheDatabasesPassword() {
        ConfigValue password = ConfigProvider.getConfig().getConfigValue("quarkus.datasource.password");

        assertThat(password.getValue()).isEqualTo("postgres");
        assertThat(password.getSourceName()).startsWith("FileSystemConfigSource");
    }
}
