package io.handover.permission.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.identity.Access;
import io.handover.events.identity.MemberAccessSet;
import io.handover.permission.target.Standing;
import io.handover.permission.target.Target;
import io.handover.permission.target.TargetType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WantedAccessTest {

    private static final Target ALL_SERVERS = Target.all(TargetType.SERVER);
    private static final Target DEV = Target.tag("dev");

    @Test
    void countsOnlyTheListsThatArePresent() {
        assertThat(wanted(List.of(), null).types()).isEqualTo(Set.of(TargetType.SERVER));
        assertThat(wanted(null, List.of(new Access("dev", false))))
                .isEqualTo(new WantedAccess(Set.of(TargetType.TAG_ACCESS), Map.of(DEV, false)));
    }

    @Test
    void includesStoragesIfAnyMentionDoes() {
        var twice = List.of(new Access("*", false), new Access("*", true), new Access("*", false));

        assertThat(wanted(twice, null).targets()).isEqualTo(Map.of(ALL_SERVERS, true));
    }

    @Test
    void dropsOnlyWhatWillNeverExist() {
        WantedAccess wanted = wanted(List.of(new Access("*", true)), List.of(new Access("dev", true)));

        assertThat(wanted.without(Map.of(ALL_SERVERS, Standing.PRESENT, DEV, Standing.UNHEARD)))
                .isEqualTo(wanted);
        assertThat(wanted.without(Map.of(ALL_SERVERS, Standing.PRESENT, DEV, Standing.LOST))
                        .targets())
                .isEqualTo(Map.of(ALL_SERVERS, true));
    }

    private static WantedAccess wanted(@Nullable List<Access> servers, @Nullable List<Access> tags) {
        UUID id = UUID.randomUUID();
        return WantedAccess.of(new MemberAccessSet(id, id, id, servers, null, null, tags, id));
    }
}
