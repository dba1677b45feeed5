package io.handover.permission.grant;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.permission.target.Target;
import io.handover.permission.target.TargetType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final Target ALL_SERVERS = Target.all(TargetType.SERVER);
    private static final Target DEV = Target.tag("dev");

    @Test
    void leavesAloneWhatIsTheSame() {
        assertThat(Difference.between(Map.of(ALL_SERVERS, true), Map.of(ALL_SERVERS, true)))
                .isEqualTo(new Difference(List.of(), Map.of()));
    }

    @Test
    void grantsWhatIsNewAndRevokesWhatIsNotWanted() {
        assertThat(Difference.between(Map.of(ALL_SERVERS, true), Map.of(DEV, false)))
                .isEqualTo(new Difference(List.of(ALL_SERVERS), Map.of(DEV, false)));
    }

    @Test
    void grantsAnewWhatComesWithOrWithoutStorages() {
        assertThat(Difference.between(Map.of(DEV, true), Map.of(DEV, false)))
                .isEqualTo(new Difference(List.of(), Map.of(DEV, false)));
    }
}
