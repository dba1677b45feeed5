package io.handover.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is rendered is of these sources; {@code -Dhandover.kubernetes.accept} renders anew, with {@code kubectl}. */
class RenderedTest {

    private static final String HEAD = "# Rendered by kubectl kustomize from the sources ";

    @BeforeAll
    static void copyAlertRules() throws IOException {
        if (isAccepted()) {
            Files.writeString(AlertRules.COPY, AlertRules.copy());
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void isRenderedFromTheseSources(String overlay) throws IOException {
        Path file = Overlay.file(overlay);
        if (isAccepted()) {
            Files.writeString(file, head() + render(overlay));
        }
        assertThat(Folder.text(file))
                .as("sources have changed: render them anew")
                .startsWith(head());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void isWhatKustomizeMakesOfThem(String overlay) throws IOException {
        assumeTrue(isThere("kubectl"), "there is no kubectl on the PATH to render with");
        assertThat(Folder.text(Overlay.file(overlay))).isEqualTo(head() + render(overlay));
    }

    @Test
    void someOverlayUsesEachComponent() {
        String sources = Stream.of("overlays", "components")
                .flatMap(folder -> Folder.filesBelow(Folder.MANIFESTS.resolve(folder)).stream())
                .map(Folder::text)
                .reduce("", String::concat);
        assertThat(Folder.components())
                .allSatisfy(component ->
                        assertThat(sources).containsPattern("- (\\.\\./)+(components/)?" + component + "\n"));
    }

    static List<String> overlays() {
        return Folder.overlays();
    }

    private static boolean isAccepted() {
        return System.getProperty("handover.kubernetes.accept") != null;
    }

    private static String head() {
        return HEAD + Folder.digestOfSources() + "\n";
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String render(String overlay) throws IOException {
        Process process = new ProcessBuilder("kubectl", "kustomize", "overlays/" + overlay)
                .directory(Folder.MANIFESTS.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
