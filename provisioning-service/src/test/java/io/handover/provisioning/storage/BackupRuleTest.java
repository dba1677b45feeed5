package io.handover.provisioning.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupRuleTest {

    /** 2026-11-25 is a Wednesday. */
    @ParameterizedTest
    @CsvSource({
        "daily, 0430, 2026-11-25T04:29:59Z, 2026-11-25T04:30:00Z",
        "daily, 0430, 2026-11-25T04:30:00Z, 2026-11-26T04:30:00Z",
        "daily, 0000, 2026-12-31T23:59:59Z, 2027-01-01T00:00:00Z",
        "wed, 2359, 2026-11-25T12:00:00Z, 2026-11-25T23:59:00Z",
        "wed, 0100, 2026-11-25T12:00:00Z, 2026-12-02T01:00:00Z",
        "tue, 0100, 2026-11-25T12:00:00Z, 2026-12-01T01:00:00Z"
    })
    void saysWhenTheNextIsDue(String interval, String time, Instant now, Instant next) {
        assertThat(new BackupRule(interval, time, "1").next(now)).isEqualTo(next);
    }
}
