package io.handover.quickstart.fuzz;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.quickstart.client.Unexpected;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemathesisTest {

    @Test
    void saysWhatIsMissingWithoutPython(@TempDir Path checkout) {
        assertThatThrownBy(() -> Schemathesis.install(checkout, "no-such-python", System.out))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("needs Python 3.11")
                .hasMessageContaining("no-such-python")
                .hasMessageContaining("HANDOVER_PYTHON");
    }
}
