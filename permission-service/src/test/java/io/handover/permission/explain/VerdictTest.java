package io.handover.permission.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.permission.explain.Verdict.Allowed;
import io.handover.permission.explain.Verdict.Cause;
import io.handover.permission.explain.Verdict.Denied;
import io.handover.permission.grant.Grant;
import io.handover.permission.target.Target;
import io.handover.permission.target.TargetType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final Target SERVER = Target.server(UUID.randomUUID());
    private static final Target STORAGE = Target.storage(UUID.randomUUID());
    private static final Target ALL_SERVERS = Target.all(TargetType.SERVER);
    private static final Target ALL_STORAGES = Target.all(TargetType.STORAGE);
    private static final Target ALL_TAGS = Target.all(TargetType.TAG_ACCESS);

    @Test
    void allowsWhatIsGrantedItselfOrWithAllOfItsType() {
        assertThat(decide(SERVER, List.of(), grant(SERVER))).isEqualTo(allowed(grant(SERVER)));
        assertThat(decide(SERVER, List.of(), grant(ALL_SERVERS))).isEqualTo(allowed(grant(ALL_SERVERS)));
        assertThat(decide(ALL_SERVERS, List.of(), grant(ALL_SERVERS))).isEqualTo(allowed(grant(ALL_SERVERS)));
    }

    @Test
    void allowsAServerThroughOneOfItsTags() {
        Grant dev = grant(Target.tag("dev"));

        assertThat(decide(SERVER, List.of("db", "dev"), dev))
                .isEqualTo(new Allowed(List.of(new Cause(dev, Optional.of("dev")))));
        assertThat(decide(SERVER, List.of("db", "dev"), grant(ALL_TAGS)))
                .isEqualTo(new Allowed(List.of(new Cause(grant(ALL_TAGS), Optional.of("db")))));
    }

    @Test
    void namesEveryCause() {
        Verdict verdict = decide(SERVER, List.of("dev"), grant(SERVER), grant(STORAGE), grant(Target.tag("dev")));

        assertThat(verdict)
                .isEqualTo(new Allowed(List.of(
                        new Cause(grant(SERVER), Optional.empty()),
                        new Cause(grant(Target.tag("dev")), Optional.of("dev")))));
    }

    @Test
    void deniesAServerWhoseTagsAreOthers() {
        assertThat(decide(SERVER, List.of("prod"), grant(Target.tag("dev"))))
                .isEqualTo(new Denied(List.of(SERVER, ALL_SERVERS, Target.tag("prod"), ALL_TAGS), List.of()));
    }

    @Test
    void deniesAServerWithoutTagsToWhoHasAllTags() {
        assertThat(decide(SERVER, List.of(), grant(ALL_TAGS)))
                .isEqualTo(new Denied(List.of(SERVER, ALL_SERVERS), List.of()));
    }

    @Test
    void deniesAllToWhoHasOne() {
        assertThat(decide(ALL_SERVERS, List.of(), grant(SERVER)))
                .isEqualTo(new Denied(List.of(ALL_SERVERS), List.of()));
    }

    @Test
    void deniesOneTypeToWhoHasAnother() {
        assertThat(decide(SERVER, List.of(), grant(ALL_STORAGES)))
                .isEqualTo(new Denied(List.of(SERVER, ALL_SERVERS), List.of()));
    }

    @Test
    void namesThePermissionsThatCoverAStorageWhileItIsAttached() {
        Grant withStorages = new Grant(ALL_SERVERS, true, UUID.randomUUID(), NOW);

        assertThat(decide(STORAGE, List.of(), withStorages, grant(SERVER)))
                .isEqualTo(new Denied(List.of(STORAGE, ALL_STORAGES), List.of(withStorages)));
        assertThat(decide(ALL_STORAGES, List.of(), withStorages))
                .isEqualTo(new Denied(List.of(ALL_STORAGES), List.of()));
    }

    private static Verdict decide(Target target, List<String> tags, Grant... grants) {
        return Verdict.of(target, tags, List.of(grants));
    }

    private static Allowed allowed(Grant grant) {
        return new Allowed(List.of(new Cause(grant, Optional.empty())));
    }

    private static Grant grant(Target target) {
        return new Grant(target, false, new UUID(0, 1), NOW);
    }
}
