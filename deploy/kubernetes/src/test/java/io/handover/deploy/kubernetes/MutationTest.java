package io.handover.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each check can fail: mistakes are found, and for the reason that they are ones. */
class MutationTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/mistakes.csv", delimiter = '|', quoteCharacter = '`')
    void findsTheMistake(
            String check,
            String overlay,
            String manifest,
            @Nullable String pointer,
            @Nullable String value,
            String finding) {
        Overlay broken = new Mutation(overlay, manifest, text(pointer), text(value)).made();

        assertThat(Checks.named(check).findings(broken))
                .anySatisfy(found -> assertThat(found).contains(finding));
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }
}
