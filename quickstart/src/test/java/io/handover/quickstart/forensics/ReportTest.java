package io.handover.quickstart.forensics;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.quickstart.search.Findings;
import io.handover.quickstart.search.Hit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Attack DEFEATED = new Attack(7, 1, 3, 0, 1, 1);

    @Test
    void holdsWhenEveryCanaryAndNoPasswordWasFound() {
        assertThat(report(DEFEATED, hit("the canary")).failures()).isEmpty();
    }

    @Test
    void failsWhenAPlantedCanaryWasNotFound() {
        assertThat(report(DEFEATED).failures()).containsExactly("logs: the canary was not found");
    }

    @Test
    void failsWithPlaceOffsetAndEncodingWhenAPasswordWasFound() {
        List<String> failures =
                report(DEFEATED, hit("the canary"), hit("the password")).failures();

        assertThat(failures).singleElement().asString().contains("logs", "the password", "a.log", "UTF-8", "byte 40");
    }

    @Test
    void failsWhenTheAttackerOpensAFinishedBox() {
        assertThat(report(new Attack(7, 1, 3, 1, 1, 1), hit("the canary")).failures())
                .containsExactly("1 boxes of finished deliveries can be opened.");
    }

    @Test
    void failsWhenTheAttackerCannotOpenWhatIsPending() {
        assertThat(report(new Attack(7, 1, 3, 0, 1, 0), hit("the canary")).failures())
                .singleElement()
                .asString()
                .startsWith("The attack proves nothing");
    }

    @Test
    void failsWhenThereWasNothingToAttack() {
        assertThat(report(new Attack(0, 1, 0, 0, 1, 1), hit("the canary")).failures())
                .hasSize(1);
        assertThat(report(new Attack(7, 1, 3, 0, 0, 0), hit("the canary")).failures())
                .hasSize(1);
    }

    @Test
    void countsAPasswordThatWasFoundInSeveralEncodingsOnce() {
        var again = new Hit("the password", "Base64", "b.log", 7, 3);

        assertThat(report(DEFEATED, hit("the canary"), hit("the password"), again)
                        .table())
                .anyMatch(line -> line.matches("logs +1,234 +1 +1 +1"));
    }

    private static Report report(Attack attack, Hit... hits) {
        var place = new Place("logs", Set.of("the canary"), new Findings(2, 1234, List.of(hits)));
        return new Report(List.of(place), Set.of("the password", "another password"), attack);
    }

    private static Hit hit(String text) {
        return new Hit(text, "UTF-8", "a.log", 40, 1);
    }
}
