package io.handover.kit.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.kit.refusal.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorsTest {

    @Test
    void letsTheTokenPass() {
        var operators = new Operators(() -> Optional.of("token\n"));

        assertThatCode(() -> operators.require("Bearer token")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "token", "Bearer ", "Bearer toke", "Bearer tokens", "Basic token"})
    void refusesEverythingElse(String authorization) {
        var operators = new Operators(() -> Optional.of("token"));

        assertThatThrownBy(() -> operators.require(authorization))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThatStatus(refusal, 401));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void letsNobodyPassWithoutAToken(String none) {
        var operators = new Operators(() -> Optional.of(none));

        assertThatThrownBy(() -> operators.require("Bearer " + none))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThatStatus(refusal, 403));
        assertThatThrownBy(() -> new Operators(Optional::empty).require("Bearer "))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThatStatus(refusal, 403));
    }

    private static void assertThatStatus(Refusal refusal, int status) {
        assertThat(refusal.status()).isEqualTo(status);
    }
}
