package io.handover.provisioning.incus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncusSettingsTest {

    private static final String TEMPLATE = "01000000-0000-4000-8000-000030240200";

    private final Map<String, String> settings = new HashMap<>();

    IncusSettingsTest(@TempDir Path folder) throws IOException {
        String file = Files.writeString(folder.resolve("file"), "").toString();
        settings.put("handover.incus.url", "https://incus.example.org:8443");
        settings.put("handover.incus.server-certificate", file);
        settings.put("handover.incus.client-certificate", file);
        settings.put("handover.incus.client-password", "a secret of the tests");
    }

    @Test
    void readsImagesAndZones() {
        settings.put("handover.incus.images", TEMPLATE + "=ubuntu");
        settings.put("handover.incus.zones", "fi-hel1=one, de-fra1=@germany");

        IncusSettings read = read();

        assertThat(read.image(UUID.fromString(TEMPLATE))).isEqualTo("ubuntu");
        assertThat(read.image(new UUID(0, 1))).isEqualTo("00000000-0000-0000-0000-000000000001");
        assertThat(read.target("de-fra1")).contains("@germany");
        assertThat(read.target("uk-lon1")).isEmpty();
        assertThat(read.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "url, http://incus.example.org, url must be an https URL",
        "url, '', url is required",
        "server-certificate, /nowhere, server-certificate is no file",
        "client-certificate, /nowhere, client-certificate is no file",
        "client-password, '', client-password is required",
        "type, hypervisor, type must be",
        "type, virtual-machine, network is required",
        "addresses, 10.0.0.0/16, addresses must be in 127.0.0.0/8",
        "ssh-port, 0, ssh-port must be",
        "ssh-port, 65536, ssh-port must be",
        "images, ubuntu, images must be pairs",
        "images, noble=ubuntu, images must be pairs",
        "zones, fi-hel1=, zones must be pairs",
    })
    void refusesWhatCannotBe(String setting, String value, String rule) {
        settings.put("handover.incus." + setting, value);

        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("handover.incus." + rule);
    }

    @Test
    void refusesCertificatesThatAreNone() {
        assertThatThrownBy(() -> IncusTrust.of(read()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("handover.incus")
                .hasMessageNotContaining("a secret of the tests");
    }

    private IncusSettings read() {
        return IncusSettings.of(TestIncus.config(settings));
    }
}
