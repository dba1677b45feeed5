package io.handover.quickstart.forensics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.quickstart.client.Unexpected;
import org.junit.jupiter.api.Test;

class CanariesTest {

    private final Canaries canaries = new Canaries();

    @Test
    void keepsPlantedTextsApartFromPasswords() {
        String planted = canaries.plantedIn("a log");
        canaries.password("web.example.org", "secret");

        assertThat(canaries.secrets()).containsExactly("the password of web.example.org");
        assertThat(canaries.namesIn("a log")).containsExactly("the canary in a log");
        assertThat(canaries.all()).hasSize(2).containsValues(planted, "secret");
    }

    @Test
    void plantsOneTextInEachPlace() {
        assertThat(canaries.plantedIn("a log"))
                .hasSize(20)
                .isEqualTo(canaries.plantedIn("a log"))
                .isNotEqualTo(canaries.plantedIn("a table"));
    }

    @Test
    void hearsOfAPasswordFromSeveralSides() {
        canaries.password("web.example.org", "secret");
        canaries.password("web.example.org", "secret");

        assertThat(canaries.passwordOf("web.example.org")).contains("secret");
    }

    @Test
    void refusesASecondPasswordOfAServer() {
        canaries.password("web.example.org", "secret");

        assertThatThrownBy(() -> canaries.password("web.example.org", "another"))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("web.example.org")
                .message()
                .doesNotContain("secret", "another");
    }
}
