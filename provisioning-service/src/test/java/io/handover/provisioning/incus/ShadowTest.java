package io.handover.provisioning.incus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShadowTest {

    private static final String HASH = "$6$salt$hash";

    @Test
    void changesRootAndNobodyElse() {
        assertThat(changed("root::0:0:99999:7:::\nrooty:*:1::::::\nada:$6$a$b:2:0:9:7:::\n"))
                .isEqualTo("root:" + HASH + ":20000:0:99999:7:::\nrooty:*:1::::::\nada:$6$a$b:2:0:9:7:::\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"root:*:1::::::", "root:$y$old:1::::::\n", "root:!:1::::::\n\n"})
    void replacesWhateverRootHad(String file) {
        assertThat(changed(file)).startsWith("root:" + HASH + ":20000::::::\n").doesNotContain("old");
    }

    @Test
    void addsRootWhereItIsMissing() {
        assertThat(changed("ada:*:1::::::\n")).isEqualTo("ada:*:1::::::\nroot:" + HASH + ":20000::::::\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "$6$salt$hash\nada::", "\u0000"})
    void refusesWhatWouldBeMoreThanAHash(String hash) {
        assertThatThrownBy(() -> Shadow.withRoot(new byte[0], hash, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String changed(String file) {
        return new String(Shadow.withRoot(file.getBytes(StandardCharsets.UTF_8), HASH, 20_000), StandardCharsets.UTF_8);
    }
}
