package io.handover.quickstart.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Map<String, Long> BEFORE = Map.of("gateway", 20_000L);

    private final Tally work = new Tally();
    private final Tally blows = new Tally();

    @Test
    void hasNoComplaintWhenPeopleGotTheirAnswersAndStrangersWereToldWhenToComeAgain() {
        answer(work, 200);
        answer(work, 204);
        answer(blows, 401);
        blows.add(429, true, Duration.ofMillis(1));
        blows.add(503, true, Duration.ofMillis(1));

        assertThat(complaints(Storm.ONE_USERNAME)).isEmpty();
    }

    @Test
    void complainsOfWorkThatFailedOrWasNotAnswered() {
        answer(work, 401);
        work.addLost();

        assertThat(complaints(Storm.ONE_USERNAME))
                .containsExactly(Storm.ONE_USERNAME + ": 2 requests of people at work failed: {0=1, 401=1}");
    }

    @Test
    void complainsOfWorkThatWasPutOffUnlessTheOthersAreAsGood() {
        work.add(503, true, Duration.ofMillis(1));

        assertThat(complaints(Storm.ALL_USERNAMES))
                .containsExactly(Storm.ALL_USERNAMES + ": 1 requests of people at work were put off");
        assertThat(complaints(Storm.ALL_CUSTOMERS)).isEmpty();
    }

    @Test
    void complainsOfWhoWasNotToldWhenToComeAgain() {
        answer(blows, 429);
        answer(work, 503);

        assertThat(complaints(Storm.ALL_CUSTOMERS))
                .containsExactly(Storm.ALL_CUSTOMERS + ": 2 were told to come again without Retry-After");
    }

    @Test
    void complainsOfAnswersThatAreOurFault() {
        answer(blows, 500);

        assertThat(complaints(Storm.LARGE_BODIES))
                .containsExactly(Storm.LARGE_BODIES + ": 1 answers were our fault: {500=1}");
    }

    @Test
    void complainsOfMemoryThatIsNotGivenBack() {
        assertThat(new Report(List.of(), BEFORE, Map.of("gateway", 20_000L + 32 * 1024)).complaints())
                .isEmpty();
        assertThat(new Report(List.of(), BEFORE, Map.of("gateway", 20_001L + 32 * 1024)).complaints())
                .containsExactly("gateway keeps 52769 KiB, and before 20000");
    }

    @Test
    void measuresWhatWasDoneOnly() {
        LongStream.rangeClosed(1, 101).forEach(millis -> work.add(200, false, Duration.ofMillis(millis)));
        work.add(503, true, Duration.ofMillis(9_999));

        assertThat(work.percentile(0.5)).isEqualTo(51);
        assertThat(work.percentile(0.99)).isEqualTo(100);
        assertThat(work.percentile(1)).isEqualTo(101);
        assertThat(blows.percentile(0.5)).isZero();
    }

    private List<String> complaints(Storm storm) {
        return new Report(List.of(new Report.Weather(storm, work, blows)), BEFORE, BEFORE).complaints();
    }

    private static void answer(Tally tally, int status) {
        tally.add(status, false, Duration.ofMillis(1));
    }
}
