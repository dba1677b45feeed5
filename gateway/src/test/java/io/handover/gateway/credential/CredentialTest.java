package io.handover.gateway.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.handover.gateway.TestUser;
import io.handover.gateway.refusal.Refusal;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CredentialTest {

    private static final String HOME = "10.0.0.1";

    static List<String> wellFormed() {
        return List.of(
                "Basic YWRhOnNlY3JldA==",
                "basic YWRhOg==",
                "BASIC  YWRhOmE6Yg==",
                TestUser.named("ädä").basic("pässwörd"),
                "Bearer ucat_abc-DEF.~+/9==",
                "bearer x",
                "Bearer " + "x".repeat(Credential.MAX_LENGTH - "Bearer ".length()));
    }

    static List<List<String>> malformed() {
        return List.of(
                List.of(),
                List.of("Bearer a", "Bearer b"),
                List.of(""),
                List.of("Basic"),
                List.of("Basic "),
                List.of("Bearer"),
                List.of("Bearer a b"),
                List.of("Bearer a,b"),
                List.of("Digest abc"),
                List.of("ucat_abc"),
                List.of("Basic ***"),
                List.of("Basic YWRh"),
                List.of("Basic OnNlY3JldA=="),
                List.of("Basic YWRhO"),
                List.of("Basic /zpzZWNyZXQ="),
                List.of("Bearer " + "x".repeat(Credential.MAX_LENGTH)));
    }

    @ParameterizedTest
    @MethodSource("wellFormed")
    void readsBasicAndBearer(String authorization) {
        assertThat(Credential.of(List.of(authorization), HOME)).isEqualTo(new Credential(authorization, HOME));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesEverythingElse(List<String> authorizations) {
        assertThatThrownBy(() -> Credential.of(authorizations, HOME))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::status)
                .isEqualTo(401);
    }

    @Test
    void doesNotShowItself() {
        assertThat(new Credential("Bearer ucat_abc", HOME).toString()).doesNotContain("ucat_abc");
    }

    @Test
    void isNamedByKeyAndAddressAndNeverTheSameByAnotherProcess() {
        Credential credential = new Credential("Bearer ucat_abc", HOME);
        CredentialKeys keys = new CredentialKeys(new SecureRandom());

        assertThat(keys.of(credential))
                .isEqualTo(keys.of(new Credential("Bearer ucat_abc", HOME)))
                .isNotEqualTo(keys.of(new Credential("Bearer ucat_abc", "10.0.0.2")))
                .isNotEqualTo(keys.of(new Credential("Bearer ucat_abd", HOME)))
                .isNotEqualTo(new CredentialKeys(new SecureRandom()).of(credential))
                .doesNotContain("ucat_abc");
    }
}
