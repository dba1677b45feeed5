package io.handover.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is rendered holds together. */
class ManifestsTest {

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource
    void holdsTogether(String check, String overlay, Check checking) {
        assertThat(checking.findings(Overlay.rendered(overlay)))
                .as(check + " of " + overlay)
                .isEmpty();
    }

    static Stream<Arguments> holdsTogether() {
        return Folder.overlays().stream()
                .flatMap(overlay -> Checks.ALL.stream()
                        .map(check -> Arguments.of(check.getClass().getSimpleName(), overlay, check)));
    }
}
