package io.handover.provisioning.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.kit.refusal.Refusal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {

    @Test
    void readsWhatItWrote() {
        var labels = List.of(new Label("env", "dev \"1\""), new Label("team", ""));

        assertThat(Labels.read(Labels.write(labels))).isEqualTo(labels);
    }

    @Test
    void fillsInAnEmptyValue() {
        assertThat(Labels.checked(List.of(new Label("env", null)))).containsExactly(new Label("env", ""));
        assertThat(Labels.checked(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,false", "2,true", "32,true", "33,false"})
    void boundsTheLengthOfKeys(int length, boolean allowed) {
        assertThat(isAllowed(new Label("k".repeat(length), "v"))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"0,true", "255,true", "256,false"})
    void boundsTheLengthOfValues(int length, boolean allowed) {
        assertThat(isAllowed(new Label("key", "v".repeat(length)))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"_env,v,false", "ěnv,v,false", "e nv,v,true", "env,ěž,true"})
    void knowsWhichCharactersAreAllowed(String key, String value, boolean allowed) {
        assertThat(isAllowed(new Label(key, value))).isEqualTo(allowed);
    }

    @Test
    void refusesNothingAsALabel() {
        assertThatThrownBy(() -> Labels.checked(Arrays.asList(new Label("env", ""), null)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void refusesAKeyThatComesTwice() {
        assertThatThrownBy(() -> Labels.checked(List.of(new Label("env", "a"), new Label("env", "b"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("DUPLICATE_LABEL_KEYS"));
    }

    @Test
    void turnsFiltersIntoTerms() {
        assertThat(Labels.terms(List.of())).isEmpty();
        assertThat(Labels.terms(List.of("Env", "Team=A=b\""))).containsExactly("env", "team=A=b\"");
        assertThatThrownBy(() -> Labels.terms(List.of("a\0b"))).isInstanceOf(Refusal.class);
    }

    private static boolean isAllowed(Label label) {
        try {
            return Labels.checked(List.of(label)).size() == 1;
        } catch (Refusal refused) {
            return false;
        }
    }
}
